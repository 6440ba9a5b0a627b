package dev.corbel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    @Test
    void aRowGivesTheTimePerResource() {
        Measurement measurement = new Measurement(Duration.ofMillis(2500), OptionalLong.of(300 * 1024));

        assertThat(ResultTable.row(10_000, "Corbel, a loop", "plan", measurement))
                .isEqualTo("| 10,000 | Corbel, a loop | plan | 2.50 | 250 | 300 MiB |");
    }

    @Test
    void memoryMayBeUnknown() {
        Measurement measurement = new Measurement(Duration.ofSeconds(1), OptionalLong.empty());

        assertThat(ResultTable.row(1000, "Terraform", "apply", measurement))
                .isEqualTo("| 1,000 | Terraform | apply | 1.00 | 1,000 | unknown |");
    }

    @Test
    void aFailureStandsInTheTable() {
        assertThat(ResultTable.failure(1000, "Terraform", "apply", new BenchmarkException("exit code 1, see log")))
                .isEqualTo("| 1,000 | Terraform | apply | exit code 1, see log | | |");
    }
}
