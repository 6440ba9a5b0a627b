package dev.corbel.providers.simulator;

import static dev.corbel.providers.simulator.SimulatorFixture.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimObjectFactsTest {
    private final SimObjectType type = new SimObjectType();

    private static Fact protection(Answer holds) {
        return new Fact.Claim(
                Topic.DELETION_PROTECTION, holds, "has no deletion protection", ValuePath.of("deletion_protection"));
    }

    @Test
    void anObjectThatStoresNothingHasNone() {
        assertThat(type.facts(attributes("stores", Value.ofNull(), "region", Value.of("eu-west-1"))))
                .isEmpty();
        assertThat(type.holdsData(attributes("name", Value.of("a")))).isFalse();
    }

    @Test
    void primaryDataIsToBeProtectedAndBelongsToOneApp() {
        for (Value stores : List.of(Value.of("primary"), Value.sensitive(Value.of("primary")))) {
            assertThat(type.facts(attributes("stores", stores, "deletion_protection", Value.of(true))))
                    .containsExactly(
                            Fact.Stores.here(DataKind.PRIMARY), protection(Answer.YES), new Fact.Owned("object"));
            assertThat(type.holdsData(attributes("stores", stores))).isTrue();
        }
        assertThat(type.facts(attributes("stores", Value.of("primary")))).contains(protection(Answer.NO));
        assertThat(type.facts(attributes("stores", Value.of("primary"), "deletion_protection", Value.unknown())))
                .contains(protection(Answer.UNKNOWN));
    }

    @ParameterizedTest
    @EnumSource(
            value = DataKind.class,
            names = {"REPLICA", "BACKUP", "LOG"})
    void otherDataIsHereOrInItsRegion(DataKind kind) {
        Value stores = Value.of(kind.text());
        assertThat(type.facts(attributes("stores", stores))).containsExactly(Fact.Stores.here(kind));
        for (Value region : List.of(Value.of("eu-west-1"), Value.unknown())) {
            assertThat(type.facts(attributes("stores", stores, "region", Value.sensitive(region))))
                    .containsExactly(new Fact.Stores(kind, Optional.of(region), ValuePath.of("region")));
        }
        assertThat(type.holdsData(attributes("stores", stores))).isFalse();
    }

    @Test
    void dataOfAnUnknownKindMayBePrimaryAndAnywhere() {
        assertThat(type.facts(attributes("stores", Value.unknown())))
                .containsExactly(
                        new Fact.Stores(DataKind.PRIMARY, Optional.of(Value.unknown()), ValuePath.of("stores")));
    }
}
