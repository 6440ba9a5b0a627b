package dev.corbel.clients.azure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedCertificatesTest {
    private @TempDir Path directory;

    @Test
    void aFileThatIsNotThereIsTold() {
        Path file = directory.resolve("ca.pem");

        assertThatThrownBy(() -> TrustedCertificates.of(file))
                .isInstanceOf(DiagnosticsException.class)
                .hasMessageContaining("The file " + file + " gives no certificates");
    }

    @Test
    void aFileWithoutCertificatesIsTold() throws Exception {
        Path file = Files.writeString(directory.resolve("ca.pem"), "nothing here\n");

        assertThatThrownBy(() -> TrustedCertificates.of(file)).isInstanceOf(DiagnosticsException.class);
    }
}
