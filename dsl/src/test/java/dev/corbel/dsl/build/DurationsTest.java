package dev.corbel.dsl.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "250 ms, PT0.25S",
        "30 s, PT30S",
        "1 second, PT1S",
        "10 minutes, PT10M",
        "1h30m, PT1H30M",
        "2 Days, PT48H"
    })
    void readsNumbersWithUnits(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "ten minutes", "10 fortnights", "10 m and more", "1234567890 s", "-1 s"})
    void refusesAllElse(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
