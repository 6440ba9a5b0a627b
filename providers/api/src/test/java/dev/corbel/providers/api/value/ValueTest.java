package dev.corbel.providers.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTest {
    private static Value number(String text) {
        return Value.of(new BigDecimal(text));
    }

    @Test
    void numbersOfTheSameAmountAreEqual() {
        assertThat(number("1.0")).isEqualTo(Value.of(1)).hasSameHashCodeAs(Value.of(1));
        assertThat(number("1e2")).isEqualTo(Value.of(100));
        assertThat(number("-0.00")).isEqualTo(Value.of(0));
        assertThat(number("0.1")).isNotEqualTo(number("0.10000000000000000000000000001"));
    }

    @ParameterizedTest
    @CsvSource({
        "1e3, 1000",
        "1.50, 1.5",
        "-0.0001, -0.0001",
        "0e9, 0",
        "12345678901234567890123, 12345678901234567890123"
    })
    void numbersShowAsPeopleWriteThem(String given, String shown) {
        assertThat(number(given)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({"1e999999999", "1e-999999999", "1e4096"})
    void numbersThatWouldFillTheMemoryAreRefused(String text) {
        assertThatThrownBy(() -> number(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a number has at most 4096 digits before and after its point");
    }

    @Test
    void mapsAreEqualWhateverTheOrderAndKeepTheirOwn() {
        Map<String, Value> entries = new LinkedHashMap<>();
        entries.put("z", Value.of(1));
        entries.put("a", Value.of(2));
        MapValue map = new MapValue(entries);
        entries.clear();

        assertThat(map).isEqualTo(Value.map(Map.of("a", Value.of(2), "z", Value.of(1))));
        assertThat(map).hasToString("{z=1, a=2}");
        assertThat(map.with("z", Value.of(3))).hasToString("{z=3, a=2}");
    }

    @Test
    void aMapGivesNullForWhatItLacks() {
        MapValue map = Value.map(Map.of("text", Value.sensitive(Value.of("x")), "number", Value.of(1)));

        assertThat(map.get("other")).isEqualTo(Value.ofNull());
        assertThat(map.text("text")).contains("x");
        assertThat(map.text("number")).isEmpty();
        assertThat(map.text("other")).isEmpty();
    }

    @Test
    void unknownIsFoundAtAnyDepth() {
        Value deep = Value.list(Value.map(Map.of("a", Value.list(Value.unknown()))));

        assertThat(deep.isUnknown()).isFalse();
        assertThat(deep.isWhollyKnown()).isFalse();
        assertThat(Value.list(Value.of(1)).isWhollyKnown()).isTrue();
        assertThat(Value.sensitive(Value.unknown()).isUnknown()).isTrue();
        assertThat(Value.sensitive(Value.ofNull()).isNull()).isTrue();
    }

    @Test
    void sensitiveValuesShowAMask() {
        Value secret = Value.sensitive(Value.of("secret"));

        assertThat(secret).hasToString("(sensitive value)");
        assertThat(Value.list(secret)).hasToString("[(sensitive value)]");
        assertThat(Value.map(Map.of("a", secret))).hasToString("{a=(sensitive value)}");
        assertThat(Value.sensitive(secret)).isEqualTo(secret);
    }

    @Test
    void marksAreTakenOffAtOneLevelOrAtAll() {
        Value inner = Value.list(Value.sensitive(Value.of(1)), Value.of(2));
        Value bare = Value.list(Value.of(1), Value.of(2));

        assertThat(inner.containsSensitive()).isTrue();
        assertThat(inner.unmarked()).isEqualTo(inner);
        assertThat(inner.fullyUnmarked()).isEqualTo(bare);
        assertThat(Value.map(Map.of("a", inner)).fullyUnmarked()).isEqualTo(Value.map(Map.of("a", bare)));
        assertThat(Value.sensitive(inner)).isEqualTo(Value.sensitive(bare));
    }

    @Test
    void listsDoNotChange() {
        assertThat(Value.list(List.of(Value.of(true)))).isEqualTo(Value.list(Value.of(true)));
        assertThat(Value.of(true)).isNotEqualTo(Value.of("true"));
        assertThat(Value.unknown()).hasToString("(known after apply)");
        assertThat(Value.ofNull()).hasToString("null");
    }
}
