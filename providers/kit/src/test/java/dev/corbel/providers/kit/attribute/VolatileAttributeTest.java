package dev.corbel.providers.kit.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.Test;

class VolatileAttributeTest {
    private static final ObjectState ACTUAL = new ObjectState(Values.map("status", "backing-up", "size", 20));

    @Test
    void isAsPlannedWhereThePlanKnows() {
        assertThat(VolatileAttribute.asPlanned(ACTUAL, Values.map("status", "available", "size", 10), "status"))
                .isEqualTo(new ObjectState(Values.map("status", "available", "size", 20)));
    }

    @Test
    void isAsItIsWhereThePlanDoesNotKnow() {
        assertThat(VolatileAttribute.asPlanned(ACTUAL, Values.map("status", Value.unknown()), "status"))
                .isEqualTo(ACTUAL);
    }
}
