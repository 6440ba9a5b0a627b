package dev.corbel.providers.api.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> NAMES = List.of("cidr_block", "tags", "zones", "value", "valve", "id");

    @ParameterizedTest
    @CsvSource({
        "cidr_blokc, cidr_block",
        "cidrBlock, cidr_block",
        "tag, tags",
        "ZONES, zones",
        "valued, value",
        "di, id"
    })
    void findsSlipsOfTheKeyboard(String written, String meant) {
        assertThat(Suggestion.closest(written, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"banana", "x", "block"})
    void staysSilentWhereNothingIsClose(String written) {
        assertThat(Suggestion.closest(written, NAMES)).isEmpty();
    }

    @Test
    void takesTheFirstByNameOfEquallyCloseOnes() {
        assertThat(Suggestion.closest("valie", List.of("valve", "value"))).contains("value");
    }

    @Test
    void asksWhetherItWasMeant() {
        assertThat(Suggestion.didYouMean("tgas", NAMES)).contains("Did you mean \"tags\"?");
        assertThat(Suggestion.didYouMean("banana", NAMES)).isEmpty();
    }
}
