package dev.corbel.dsl.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComponentFactsTest {
    private static List<String> faults(Value count) {
        return ComponentFacts.of("containers", new MapValue(Map.of("count", count)), MapValue.EMPTY).stream()
                .filter(Fact.Claim.class::isInstance)
                .map(fact -> ((Fact.Claim) fact).fault())
                .toList();
    }

    @Test
    void aSensitiveNumberIsNotShown() {
        assertThat(faults(Value.of(1))).contains("runs 1 of two containers or more");
        assertThat(faults(Value.sensitive(Value.of(1)))).contains("runs fewer of two containers or more");
    }
}
