package dev.corbel.providers.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypedRead;
import dev.corbel.providers.api.value.MapValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promises of a session that concern several types at once. A provider's tests extend this once, with a specimen of
 * each of some types; the more they differ in how they are read, the better.
 */
public abstract class SessionContract {
    /** Where relative paths of the provider's configuration lead to. */
    @TempDir
    Path project;

    /** The provider that has the types. */
    protected abstract Provider provider();

    /** The attributes of the provider block. */
    protected abstract MapValue providerConfiguration();

    /** The kinds of objects to make, at least one. */
    protected abstract List<Specimen> specimens();

    /** The directory, the clock and the sleeper; for providers that wait, tests bring a faster clock. */
    protected ProviderContext context(Path directory) {
        return ProviderContext.system(directory, "conformance");
    }

    @Test
    public final void itReadsManyObjectsOfManyTypesInOrder() throws ProviderException {
        List<TypedRead> reads = new ArrayList<>();
        List<ReadResult> expected = new ArrayList<>();
        try (Workbench first = Workbench.open(
                provider(), providerConfiguration(), specimens().get(0).type(), context(project))) {
            List<Workbench> benches = new ArrayList<>();
            try {
                for (Specimen specimen : specimens()) {
                    Workbench bench = first.beside(
                            provider().resourceType(specimen.type()).orElseThrow());
                    benches.add(bench);
                    ObjectState object = bench.create(specimen.configuration(ContractFixture.newDistinct()));
                    ObjectState deleted = bench.create(specimen.configuration(ContractFixture.newDistinct()));
                    bench.delete(deleted);
                    // The deleted ones stand before the others and in the opposite order of types.
                    reads.add(reads.size() / 2, bench.asking(object));
                    expected.add(expected.size() / 2, new ReadResult.Present(object));
                    reads.add(0, bench.asking(deleted));
                    expected.add(0, bench.read(deleted));
                }

                assertThat(first.session().read(reads))
                        .as("the answers to %s", types(reads))
                        .isEqualTo(expected);
            } finally {
                benches.forEach(Workbench::deleteAll);
            }
        }
    }

    private static List<String> types(List<TypedRead> reads) {
        return reads.stream().map(read -> read.type().name()).toList();
    }
}
