package dev.corbel.providers.kit.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanMatchTest {
    private static final ObjectState KEY = new ObjectState(
            Values.map("id", "key-1", "rules", List.of(Values.map("id", "r-1", "days", 3)), "policy", Value.ofNull()));

    private static MapValue planned(Value id, Value ruleId, int days) {
        return Values.map("id", id, "rules", List.of(Values.map("id", ruleId, "days", days)), "policy", Value.ofNull());
    }

    @Test
    void whatIsUnknownMayBeAnything() {
        assertThat(PlanMatch.matches(KEY, planned(Value.unknown(), Value.unknown(), 3)))
                .isTrue();
        assertThat(PlanMatch.matches(KEY, planned(Value.unknown(), Value.sensitive(Value.of("r-1")), 3)))
                .isTrue();
    }

    @Test
    void whatIsKnownMustBeThere() {
        assertThat(PlanMatch.matches(KEY, planned(Value.of("key-2"), Value.unknown(), 3)))
                .isFalse();
        assertThat(PlanMatch.matches(KEY, planned(Value.unknown(), Value.unknown(), 4)))
                .isFalse();
        assertThat(PlanMatch.matches(KEY, planned(Value.unknown(), Value.of("r-2"), 3)))
                .isFalse();
        assertThat(PlanMatch.matches(
                        KEY,
                        Values.map(
                                "rules",
                                List.of(Values.map("id", Value.unknown()), Values.map("id", Value.unknown())))))
                .isFalse();
    }
}
