package dev.corbel.planner;

import dev.corbel.planner.ChangeDraft.Decision;
import dev.corbel.planner.object.PlannedObject;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.state.model.StateObject;
import java.util.Optional;

/** Decides what happens to one instance, from what is there and what shall be. */
final class ChangeDecision {
    private ChangeDecision() {}

    /**
     * Why an object must be replaced although nothing that it is made of says so.
     *
     * @param requested by {@code --replace}
     * @param triggered by {@code replaceTriggeredBy}
     * @param elsewhere its provider configuration is another one now, which reaches another place
     */
    record Pressure(boolean requested, boolean triggered, boolean elsewhere) {}

    /** Immutable attributes that are not known yet may come out as they are, which applying looks at once more. */
    private static boolean isCertain(PlannedObject planned) {
        return planned.replacePaths().stream()
                .anyMatch(path -> path.in(planned.attributes()).isWhollyKnown());
    }

    static Decision decide(Optional<StateObject> prior, PlannedObject planned, Pressure pressure) {
        if (prior.isEmpty()) {
            return Decision.CREATE;
        }
        if (prior.get().tainted()) {
            return Decision.replace(ActionReason.REPLACE_BECAUSE_TAINTED, planned.replacePaths());
        }
        if (isCertain(planned) || pressure.elsewhere()) {
            return Decision.replace(ActionReason.REPLACE_BECAUSE_CANNOT_UPDATE, planned.replacePaths());
        }
        if (pressure.requested()) {
            return Decision.replace(ActionReason.REPLACE_BY_REQUEST, planned.replacePaths());
        }
        if (pressure.triggered()) {
            return Decision.replace(ActionReason.REPLACE_BY_TRIGGERS, planned.replacePaths());
        }
        if (!planned.replacePaths().isEmpty()) {
            return Decision.replace(ActionReason.REPLACE_BECAUSE_CANNOT_UPDATE, planned.replacePaths());
        }
        return planned.differsFrom(prior.get().attributes()) ? Decision.UPDATE : Decision.NO_OP;
    }
}
