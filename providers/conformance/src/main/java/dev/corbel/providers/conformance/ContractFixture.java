package dev.corbel.providers.conformance;

import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.value.MapValue;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The fixture of a resource type's checks: a session that each check has for itself. */
abstract class ContractFixture {
    /** Where relative paths of the provider's configuration lead to. */
    @TempDir
    Path project;

    private Workbench workbench;

    /** The provider that has the type. */
    protected abstract Provider provider();

    /** What the provider block would say. */
    protected abstract MapValue providerConfiguration();

    /** What to make. */
    protected abstract Specimen specimen();

    /** The directory, the clock and the sleeper; for providers that wait, tests bring a faster clock. */
    protected ProviderContext context(Path directory) {
        return ProviderContext.system(directory, "conformance");
    }

    @BeforeEach
    final void open() {
        workbench =
                Workbench.open(provider(), providerConfiguration(), specimen().type(), context(project));
    }

    @AfterEach
    final void close() {
        workbench.close();
    }

    final Workbench workbench() {
        return workbench;
    }

    /** A configuration of an object that no other check makes. */
    final MapValue newConfiguration() {
        return specimen().configuration(newDistinct());
    }

    static String newDistinct() {
        return Workbench.newToken().substring(0, 13);
    }
}
