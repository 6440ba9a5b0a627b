package dev.corbel.providers.kit.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import org.junit.jupiter.api.Test;

class PartialResultTest {
    private static final ObjectState MADE = new ObjectState(MapValue.EMPTY.with("id", Value.of("made")));
    private static final ObjectState FURTHER = new ObjectState(MapValue.EMPTY.with("id", Value.of("further")));

    private final PartialResult partial = new PartialResult(CallFailure.CLASSIFIER, MADE);

    @Test
    void theRestGivesTheResult() throws Exception {
        assertThat(partial.then(() -> FURTHER)).isEqualTo(FURTHER);
    }

    @Test
    void aFailedCallCarriesTheObject() {
        CallFailure cause = new CallFailure("Busy");

        ProviderException failure = catchThrowableOfType(
                ProviderException.class,
                () -> partial.then(() -> {
                    throw cause;
                }));

        assertThat(failure.diagnostic()).isEqualTo(CallFailure.diagnostic("Busy"));
        assertThat(failure.object()).contains(MADE);
        assertThat(failure).hasCause(cause);
    }

    @Test
    void aFailureKeepsTheObjectThatItHas() {
        ProviderException further = new ProviderException(Diagnostic.error("No", ""), FURTHER);

        assertThatThrownBy(() -> partial.then(() -> {
                    throw further;
                }))
                .isSameAs(further);
    }

    @Test
    void aFailureWithoutObjectGetsIt() {
        ProviderException failure = catchThrowableOfType(
                ProviderException.class,
                () -> partial.then(() -> {
                    throw new ProviderException(Diagnostic.error("No", ""));
                }));

        assertThat(failure.object()).contains(MADE);
        assertThat(failure).hasMessage("No");
    }

    @Test
    void aBugPassesThrough() {
        assertThatThrownBy(() -> partial.then(() -> {
                    throw new IllegalArgumentException("a bug");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
