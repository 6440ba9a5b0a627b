package dev.corbel.planner.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChoiceResourceTest {
    private final ChoiceResource type = new ChoiceResource();

    private static Value texts(String... texts) {
        return Value.list(List.of(texts).stream().<Value>map(Value::of).toList());
    }

    private static Value chosen(String... keysAndValues) {
        Map<String, Value> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], Value.of(keysAndValues[i + 1]));
        }
        return Value.map(map);
    }

    private Value plan(Value before, Value keys, Value values) {
        MapValue configuration =
                Value.map(Map.of("keys", keys, "values", values, "id", Value.ofNull(), "chosen", Value.ofNull()));
        Value prior =
                before.isNull() ? before : configuration.with("chosen", before).with("values", Value.ofNull());
        MapValue proposed = configuration.with("chosen", before.isNull() ? Value.unknown() : before);
        return type.plan(new PlanRequest(prior, configuration, proposed))
                .attributes()
                .get("chosen");
    }

    @Test
    void eachKeyGetsTheFirstValueThatIsLeft() {
        assertThat(plan(Value.ofNull(), texts("1", "2"), texts("a", "b", "c"))).isEqualTo(chosen("1", "a", "2", "b"));
    }

    @Test
    void aChoiceStaysWhateverBecomesOfTheValues() {
        Value before = chosen("1", "a", "2", "b");

        assertThat(plan(before, texts("1", "2"), texts("b", "c"))).isEqualTo(before);
        assertThat(plan(before, texts("1", "2"), Value.unknown())).isEqualTo(before);
        assertThat(plan(before, texts("1", "2", "3"), texts("0", "a", "b", "c")))
                .isEqualTo(chosen("1", "a", "2", "b", "3", "0"));
        assertThat(plan(before, texts("2"), texts("a", "b"))).isEqualTo(chosen("2", "b"));
    }

    @Test
    void whatIsNotKnownYetIsChosenLater() {
        assertThat(plan(Value.ofNull(), texts("1"), Value.unknown()).isUnknown())
                .isTrue();
        assertThat(plan(Value.ofNull(), Value.unknown(), texts("a")).isUnknown())
                .isTrue();
    }

    @Test
    void aKeyWithoutAValueIsAnError() {
        assertThatExceptionOfType(DiagnosticsException.class)
                .isThrownBy(() -> plan(Value.ofNull(), texts("1", "2"), texts("a")))
                .withMessageContaining("There is nothing left to choose for \"2\"");
    }
}
