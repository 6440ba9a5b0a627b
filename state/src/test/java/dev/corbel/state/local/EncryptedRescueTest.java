package dev.corbel.state.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.Samples;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.encryption.TestKey;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateDocuments;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedRescueTest {
    @TempDir
    Path project;

    private static StateDocument document() {
        StateBuilder state = new StateBuilder(State.empty("production"));
        Samples.put("one", "needle-in-the-hay").changes().forEach(state::apply);
        return new StateDocument(state.build("production", "lineage", 3), "0.1.0", "journal", List.of());
    }

    @Test
    void whatIsRescuedIsEncryptedAsItWouldBeInItsPlace() throws IOException {
        StateEncryption encryption = TestKey.encryption("production", "a");
        DiagnosticsException lost = new DiagnosticsException(Diagnostic.error("The place is gone", ""));

        new RescueFolder(project, "bucket \"acme\"", encryption).keep(lost, document());

        Path rescued = project.resolve(".corbel/rescued/production-3.json");
        assertThat(Files.readString(rescued)).doesNotContain("needle-in-the-hay", "sim_object");
        try (InputStream source = Files.newInputStream(rescued)) {
            assertThat(StateDocuments.readGiven(source, TestKey.encryption("production", "a")))
                    .isEqualTo(document());
        }
    }
}
