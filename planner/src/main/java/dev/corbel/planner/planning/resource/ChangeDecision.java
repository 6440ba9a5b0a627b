package dev.corbel.planner.planning.resource;

import dev.corbel.planner.object.PlannedObject;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.planning.draft.ChangeDraft.Decision;
import dev.corbel.state.model.StateObject;
import java.util.Optional;

/** Decides about one instance, from the object that is there and the one that shall be. */
final class ChangeDecision {
    private ChangeDecision() {}

    /** Immutable attributes that are not known yet may come out as they are, which applying looks at once more. */
    private static boolean isCertain(PlannedObject planned) {
        return planned.replacePaths().stream()
                .anyMatch(path -> path.in(planned.attributes()).isWhollyKnown());
    }

    static Decision decide(Optional<StateObject> prior, PlannedObject planned, ReplacementCauses causes) {
        if (prior.isEmpty()) {
            return Decision.CREATE;
        }
        if (prior.get().tainted()) {
            return Decision.replace(ActionReason.REPLACE_BECAUSE_TAINTED, planned.replacePaths());
        }
        if (isCertain(planned) || causes.elsewhere()) {
            return Decision.replace(ActionReason.REPLACE_BECAUSE_CANNOT_UPDATE, planned.replacePaths());
        }
        if (causes.requested()) {
            return Decision.replace(ActionReason.REPLACE_BY_REQUEST, planned.replacePaths());
        }
        if (causes.triggered()) {
            return Decision.replace(ActionReason.REPLACE_BY_TRIGGERS, planned.replacePaths());
        }
        if (!planned.replacePaths().isEmpty()) {
            return Decision.replace(ActionReason.REPLACE_BECAUSE_CANNOT_UPDATE, planned.replacePaths());
        }
        return planned.differsFrom(prior.get().attributes()) ? Decision.UPDATE : Decision.NO_OP;
    }
}
