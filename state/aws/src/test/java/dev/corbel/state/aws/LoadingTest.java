package dev.corbel.state.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LoadingTest {

    @Test
    void checkingABlockLoadsNoClassOfTheSdk() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CheckingOnly.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(output).contains("dev.corbel.state.aws.S3Settings source:");
        assertThat(output.lines().filter(line -> line.contains("software.amazon")))
                .isEmpty();
    }
}
