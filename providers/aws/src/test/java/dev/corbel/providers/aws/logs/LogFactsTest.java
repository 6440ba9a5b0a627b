package dev.corbel.providers.aws.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.aws.FactTexts;
import org.junit.jupiter.api.Test;

class LogFactsTest {
    @Test
    void aLogGroupKeepsLogsThatAreAlwaysEncrypted() {
        assertThat(FactTexts.of(new CloudwatchLogGroupResource()))
                .containsExactly("stores log", "ENCRYPTION_AT_REST YES");
    }
}
