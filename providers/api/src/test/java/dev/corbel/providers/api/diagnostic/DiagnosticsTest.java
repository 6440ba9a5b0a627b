package dev.corbel.providers.api.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.address.Address;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
    private static final Diagnostic ERROR = Diagnostic.error("It is broken", "Completely.");
    private static final Diagnostic WARNING = Diagnostic.warning("It is old", "");

    @Test
    void warningsDoNotEndARun() {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.add(WARNING);

        assertThat(diagnostics.hasErrors()).isFalse();
        assertThatNoException().isThrownBy(diagnostics::throwIfErrors);
        assertThat(diagnostics.all()).containsExactly(WARNING);
    }

    @Test
    void anErrorEndsItWithEverythingCollected() {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(List.of(WARNING, ERROR));

        assertThatThrownBy(diagnostics::throwIfErrors)
                .isInstanceOfSatisfying(DiagnosticsException.class, thrown -> assertThat(thrown.diagnostics())
                        .containsExactly(WARNING, ERROR))
                .hasMessage("It is old; It is broken");
    }

    @Test
    void aDiagnosticCanBeGivenItsPlace() {
        Address address = Address.resource("sim_object", "a");
        SourceRange range = SourceRange.at("environments/test.groovy", 3, 7);

        assertThat(ERROR.at(address).at(range).withHint("Mend it."))
                .isEqualTo(new Diagnostic(
                        Severity.ERROR,
                        "It is broken",
                        "Completely.",
                        Optional.of(address),
                        Optional.of(range),
                        Optional.of("Mend it.")));
        assertThat(ERROR.isError()).isTrue();
        assertThat(WARNING.isError()).isFalse();
    }

    @Test
    void aRangeReadsAsFileLineAndColumn() {
        assertThat(SourceRange.at("environments/test.groovy", 3, 7)).hasToString("environments/test.groovy:3:7");
    }

    @Test
    void aRangeDoesNotEndBeforeItBegins() {
        for (int[] range : new int[][] {{0, 1, 1, 1}, {1, 0, 1, 1}, {2, 1, 1, 1}, {1, 5, 1, 4}}) {
            assertThatThrownBy(() -> new SourceRange("f", range[0], range[1], range[2], range[3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a range: f:%d:%d-%d:%d", range[0], range[1], range[2], range[3]);
        }
    }
}
