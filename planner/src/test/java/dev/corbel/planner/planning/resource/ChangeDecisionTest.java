package dev.corbel.planner.planning.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.object.PlannedObject;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.planning.draft.ChangeDraft.Decision;
import dev.corbel.planner.testing.FakeType;
import dev.corbel.planner.testing.StateBuilder;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.state.model.StateObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeDecisionTest {
    private static final ReplacementCauses NONE = new ReplacementCauses(false, false, false);
    private static final ValuePath FIXED = ValuePath.of("fixed");
    private static final Optional<StateObject> PRIOR =
            Optional.of(StateBuilder.object("fake_object.a", object(Value.of("old"))));

    private static MapValue object(Value fixed) {
        return FakeType.object(Map.of("id", Value.of("a"), "fixed", fixed));
    }

    private static Decision decide(Value fixed, ReplacementCauses causes) {
        boolean changes = !fixed.equals(Value.of("old"));
        return ChangeDecision.decide(PRIOR, planned(fixed, changes ? Set.of(FIXED) : Set.of()), causes);
    }

    private static PlannedObject planned(Value fixed, Set<ValuePath> replacePaths) {
        return new PlannedObject(object(fixed), object(fixed), object(fixed), replacePaths);
    }

    @Test
    void nothingIsDoneWithoutADifferenceOrACause() {
        assertThat(decide(Value.of("old"), NONE)).isEqualTo(Decision.NO_OP);
    }

    @Test
    void aCertainChangeOfAnImmutableAttributeCountsMoreThanARequest() {
        assertThat(decide(Value.of("new"), new ReplacementCauses(true, true, false)))
                .isEqualTo(Decision.replace(ActionReason.REPLACE_BECAUSE_CANNOT_UPDATE, Set.of(FIXED)));
    }

    @Test
    void aRequestCountsMoreThanATriggerAndAnUncertainChange() {
        assertThat(decide(Value.unknown(), new ReplacementCauses(true, true, false))
                        .reason())
                .isEqualTo(ActionReason.REPLACE_BY_REQUEST);
        assertThat(decide(Value.unknown(), new ReplacementCauses(false, true, false))
                        .reason())
                .isEqualTo(ActionReason.REPLACE_BY_TRIGGERS);
        assertThat(decide(Value.unknown(), NONE).reason()).isEqualTo(ActionReason.REPLACE_BECAUSE_CANNOT_UPDATE);
    }

    @Test
    void anObjectElsewhereIsReplaced() {
        assertThat(decide(Value.of("old"), new ReplacementCauses(false, false, true)))
                .isEqualTo(Decision.replace(ActionReason.REPLACE_BECAUSE_CANNOT_UPDATE, Set.of()));
    }

    @Test
    void nothingThereIsCreated() {
        assertThat(ChangeDecision.decide(Optional.empty(), planned(Value.of("x"), Set.of()), NONE))
                .isEqualTo(Decision.CREATE);
    }
}
