package dev.corbel.providers.kit.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    private static final String ONE = "{\"a\": 1, \"b\": [true]}";
    private static final String SAME = "{\"b\":[true],\"a\":1}";
    private static final String OTHER = "{\"a\": 2}";

    @Test
    void spacesAndTheOrderOfKeysMakeNoDifference() {
        assertThat(JsonText.same(ONE, SAME)).isTrue();
        assertThat(JsonText.same(ONE, OTHER)).isFalse();
    }

    @Test
    void textsThatAreNoJsonAreTheSameWhereTheyAreEqual() {
        assertThat(JsonText.same("{", "{")).isTrue();
        assertThat(JsonText.same("{", "[")).isFalse();
    }

    @Test
    void theKnownTextIsShownWhileItMeansTheSame() {
        assertThat(JsonText.shown(ONE, SAME, JsonText::same)).isEqualTo(ONE);
        assertThat(JsonText.shown(ONE, OTHER, JsonText::same)).isEqualTo(OTHER);
        assertThat(JsonText.shown(null, OTHER, JsonText::same)).isEqualTo(OTHER);
        assertThat(JsonText.shown(ONE, null, JsonText::same)).isNull();
    }

    @Test
    void aPlanKeepsThePriorTextThatMeansTheSame() {
        MapValue prior = Values.map("policy", ONE);

        assertThat(JsonText.keepSame(Values.map("policy", SAME), prior, "policy", JsonText::same))
                .isEqualTo(prior);
        assertThat(JsonText.keepSame(Values.map("policy", OTHER), prior, "policy", JsonText::same))
                .isEqualTo(Values.map("policy", OTHER));
        assertThat(JsonText.keepSame(Values.map("policy", SAME), Value.ofNull(), "policy", JsonText::same))
                .isEqualTo(Values.map("policy", SAME));
    }

    @Test
    void aDocumentIsValidated() {
        assertThat(JsonText.VALID.problem(Value.of(ONE))).isEmpty();
        assertThat(JsonText.VALID.problem(Value.of("{"))).contains("must be JSON");
    }
}
