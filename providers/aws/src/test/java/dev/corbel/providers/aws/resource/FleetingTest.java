package dev.corbel.providers.aws.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Values;
import org.junit.jupiter.api.Test;

class FleetingTest {
    private static final ObjectState ACTUAL = new ObjectState(Values.map("status", "backing-up", "size", 20));

    @Test
    void isAsPlannedWhereThePlanKnows() {
        assertThat(Fleeting.asPlanned(ACTUAL, Values.map("status", "available", "size", 10), "status"))
                .isEqualTo(new ObjectState(Values.map("status", "available", "size", 20)));
    }

    @Test
    void isAsItIsWhereThePlanDoesNotKnow() {
        assertThat(Fleeting.asPlanned(ACTUAL, Values.map("status", Value.unknown()), "status"))
                .isEqualTo(ACTUAL);
    }
}
