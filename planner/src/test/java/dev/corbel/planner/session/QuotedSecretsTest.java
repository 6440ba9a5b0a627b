package dev.corbel.planner.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotedSecretsTest {
    private final QuotedSecrets secrets = QuotedSecrets.of(new MapValue(Map.of(
            "password", Value.sensitive(Value.of("open & sesame")),
            "list", Value.list(Value.sensitive(Value.map(Map.of("key", Value.of("open"))))),
            "short", Value.sensitive(Value.of("is")),
            "name", Value.of("the door"))));

    private ProviderException thrown(ProviderCall<String> call) {
        return catchThrowableOfType(ProviderException.class, () -> secrets.hide(call));
    }

    @Test
    void whatAFailureQuotesIsMasked() {
        ObjectState left = new ObjectState(MapValue.EMPTY);
        ProviderException hidden = thrown(() -> {
            throw new ProviderException(
                            Diagnostic.error("\"open & sesame\" is wrong", "See ?q=open+%26+sesame of the door.")
                                    .withHint("Not open."),
                            left)
                    .because(new IOException("{\"password\": \"open & sesame\"}"));
        });

        assertThat(hidden.diagnostic())
                .isEqualTo(Diagnostic.error("\"(sensitive value)\" is wrong", "See ?q=(sensitive value) of the door.")
                        .withHint("Not (sensitive value)."));
        assertThat(hidden.object()).contains(left);
        assertThat(hidden).hasNoCause();
    }

    @Test
    void aFailureWhoseCauseQuotesThemLosesItsCause() {
        ProviderException hidden = thrown(() -> {
            throw ProviderException.uncertain(Diagnostic.error("No answer", ""))
                    .because(new IOException("no answer to open & sesame"));
        });

        assertThat(hidden.isUncertain()).isTrue();
        assertThat(hidden).hasNoCause();
    }

    @Test
    void aFailureThatQuotesNothingStaysAsItIs() throws ProviderException {
        ProviderException failure =
                new ProviderException(Diagnostic.error("The door is shut", "")).because(new IOException("shut"));

        assertThat(thrown(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(secrets.hide(() -> "open & sesame")).isEqualTo("open & sesame");
    }

    @Test
    void problemsAndCrashesAreMaskedToo() {
        assertThat(thrown(() -> {
                            throw new DiagnosticsException(Diagnostic.error("No open & sesame", ""));
                        })
                        .diagnostic()
                        .summary())
                .isEqualTo("No (sensitive value)");
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> secrets.hide(() -> {
                            throw new IllegalArgumentException("not open & sesame");
                        })))
                .hasMessage("java.lang.IllegalArgumentException: not (sensitive value)");
    }

    @Test
    void whatHasNoProviderExceptionIsMaskedToo() {
        Diagnostic said = Diagnostic.error("No open & sesame", "").withHint("Not open.");
        Diagnostic masked = Diagnostic.error("No (sensitive value)", "").withHint("Not (sensitive value).");

        assertThat(secrets.hide(said)).isEqualTo(masked);
        assertThat(catchThrowableOfType(
                                DiagnosticsException.class,
                                () -> secrets.keepFrom(() -> {
                                    throw new DiagnosticsException(said);
                                }))
                        .diagnostics())
                .containsExactly(masked);
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> secrets.keepFrom(() -> {
                            throw new IllegalArgumentException("not open & sesame");
                        })))
                .hasMessage("java.lang.IllegalArgumentException: not (sensitive value)");
        assertThat(secrets.keepFrom(() -> "open & sesame")).isEqualTo("open & sesame");
    }

    @Test
    void aCrashThatQuotesNothingStaysAsItIs() {
        IllegalStateException crash = new IllegalStateException("shut");

        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> secrets.keepFrom(() -> {
                            throw crash;
                        })))
                .isSameAs(crash);
    }

    @Test
    void encodedOnesAreMaskedToo() {
        assertThat(secrets.hide(Diagnostic.error("Refused: b3BlbiAmIHNlc2FtZQ==", "Token b3BlbiAmIHNlc2FtZQ.")))
                .isEqualTo(Diagnostic.error("Refused: (sensitive value)", "Token (sensitive value)."));
    }

    @Test
    void secretsOfSeveralValuesAreMaskedTogether() {
        QuotedSecrets both = secrets.and(QuotedSecrets.of(Value.sensitive(Value.of("token"))));

        assertThat(both.hide(Diagnostic.error("token of open & sesame", "")).summary())
                .isEqualTo("(sensitive value) of (sensitive value)");
    }
}
