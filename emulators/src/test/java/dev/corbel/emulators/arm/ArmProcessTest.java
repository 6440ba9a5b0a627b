package dev.corbel.emulators.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArmProcessTest {
    @Test
    void writesALineForEachCall(@TempDir Path directory) throws IOException {
        Path log = directory.resolve("calls.jsonl");
        List<String> options = List.of("--port", "0", "--log", log.toString(), "--directory", directory.toString());
        try (ArmServer arm = ArmProcess.start(ArmProcess.options(options))) {
            new Caller(arm).makeGroup("web");
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            ArmProcess.print(arm, new PrintStream(printed, true, StandardCharsets.UTF_8));

            assertThat(Files.readString(log))
                    .endsWith("\n")
                    .contains(
                            "\"method\":\"PUT\"",
                            "\"apiVersion\":\"2023-07-01\"",
                            "\"status\":201",
                            "\"operation\":\"Microsoft.Resources/resourceGroups/write\"",
                            "\"startedAt\":\"",
                            "\"endedAt\":\"");
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .contains("ARM_ENDPOINT=https://127.0.0.1:", "ARM_CA_FILE=" + directory.resolve("arm-ca.pem"));
        }
    }

    @Test
    void saysWhatIsWrongWithItsOptions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArmProcess.options(List.of("--prot", "1")))
                .withMessage("there is no option --prot");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArmProcess.options(List.of("--port")))
                .withMessage("--port needs a value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArmProcess.start(ArmProcess.options(List.of("--port", "many"))))
                .withMessage("--port needs a number, and not 'many'");
    }
}
