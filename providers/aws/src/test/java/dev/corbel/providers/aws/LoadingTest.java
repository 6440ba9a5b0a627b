package dev.corbel.providers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LoadingTest {

    @Test
    void namesSchemasPlansAndFactsLoadNoClassOfTheSdk() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlanningOnly.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(output).contains("dev.corbel.providers.aws.ec2.VpcResource source:");
        assertThat(output).contains("dev.corbel.providers.aws.fact.ConditionLimits source:");
        assertThat(output.lines().filter(line -> line.contains("software.amazon")))
                .isEmpty();
    }
}
