package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.Value;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Terraform's console, which evaluates expressions. */
final class TerraformConsole {
    private TerraformConsole() {}

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "terraform")));
    }

    /** The results of expressions as a list; it shows them as one text, which is JSON. */
    static Value results(List<String> expressions, Path folder) throws IOException, InterruptedException {
        Path input = folder.resolve("calls");
        Files.writeString(input, "jsonencode([" + String.join(", ", expressions) + "])\n");
        Path output = folder.resolve("results");
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder("terraform", "console", "-no-color").directory(folder.toFile());
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        builder.environment().remove("TF_CLI_CONFIG_FILE");
        Process process = builder.redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        int code = process.waitFor();
        assertThat(code).as("%s", Files.readString(errors)).isZero();
        String shown = Files.readString(output).strip().replace("$${", "${").replace("%%{", "%{");
        return ValueJson.read(ValueJson.read(shown).toString());
    }
}
