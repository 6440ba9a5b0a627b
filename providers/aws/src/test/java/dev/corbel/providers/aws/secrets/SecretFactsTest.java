package dev.corbel.providers.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.FactTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretFactsTest {
    private final SecretsmanagerSecretResource type = new SecretsmanagerSecretResource();

    @ParameterizedTest
    @CsvSource({"0, NO", "7, YES", "30, YES"})
    void aSecretCanBeBroughtBackWithinItsWindow(int days, String answer) {
        assertThat(FactTexts.of(type, "recovery_window_in_days", days))
                .containsExactly(
                        "stores primary",
                        "ENCRYPTION_AT_REST YES",
                        "DELETION_PROTECTION " + answer
                                + " at recovery_window_in_days: is deleted at once, and for ever",
                        "open NO at policy: lets everybody in");
    }

    @Test
    void whatIsUnknownStaysOpen() {
        assertThat(FactTexts.of(type, "recovery_window_in_days", Value.unknown(), "policy", Value.unknown()))
                .containsExactly(
                        "stores primary",
                        "ENCRYPTION_AT_REST YES",
                        "DELETION_PROTECTION UNKNOWN at recovery_window_in_days: is deleted at once, and for ever",
                        "open UNKNOWN at policy: lets everybody in");
    }

    @Test
    void aPolicyMayLetEverybodyIn() {
        assertThat(FactTexts.of(
                        type,
                        "policy",
                        FactTexts.secret("{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"*\"}}}")))
                .contains("open YES at policy: lets everybody in");
    }
}
