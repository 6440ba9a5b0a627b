package dev.corbel.providers.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir
    Path cache;

    @Test
    void theirNameIsThatOfTheirArchive() {
        assertThat(Programs.name("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(Programs.name("Linux", "aarch64")).isEqualTo("linux-arm_64");
        assertThat(Programs.name("Mac OS X", "aarch64")).isEqualTo("darwin-arm_64");
        assertThat(Programs.name("Mac OS X", "x86_64")).isEqualTo("darwin-x86_64");
        assertThat(Programs.name("Linux", "riscv64")).isEqualTo("linux-riscv64");
    }

    @Test
    void theyAreUnpackedOnce() throws Exception {
        Path folder = Programs.ofThisMachine().unpack(cache);
        assertThat(folder.resolve("bin/postgres")).isExecutable();
        Path mark = Files.createFile(folder.resolve("mark"));

        assertThat(Programs.ofThisMachine().unpack(cache)).isEqualTo(folder);
        assertThat(mark).exists();
        assertThat(cache).isDirectoryContaining(path -> path.equals(folder));
        assertThat(cache.toFile().list()).hasSize(1);
    }

    @Test
    void aMachineThatThereAreNoneForIsTold() {
        Diagnostic problem = catchThrowableOfType(
                        ProviderException.class, () -> new Programs("plan9-x86_64").unpack(cache))
                .diagnostic();

        assertThat(problem.summary()).isEqualTo("This installation of Corbel brings no PostgreSQL for plan9-x86_64");
        assertThat(problem.hint())
                .contains("Write installation = … with the folder of a PostgreSQL that is installed here.");
    }
}
