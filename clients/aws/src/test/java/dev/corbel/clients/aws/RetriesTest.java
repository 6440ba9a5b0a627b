package dev.corbel.clients.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetriesTest {
    @Test
    void triesOftenUnderThrottlingAndSeldomWhereNothingAnswers() {
        assertThat(Retries.attempts(ErrorClass.THROTTLED, true)).isEqualTo(12);
        assertThat(Retries.attempts(ErrorClass.UNREACHABLE, true)).isEqualTo(3);
        assertThat(Retries.attempts(ErrorClass.UNCERTAIN, true)).isEqualTo(1);
        assertThat(Retries.attempts(ErrorClass.ACCESS_DENIED, false)).isEqualTo(1);
    }
}
