package dev.corbel.planner.builtin;

import dev.corbel.dsl.scope.OtherEnvironment;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.State;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The outputs of other environments that a saved plan was made with. */
public final class UsedOutputs {
    private final EnvironmentReader reader;

    /** Holds plans against what is read now. */
    public UsedOutputs(EnvironmentReader reader) {
        this.reader = reader;
    }

    /**
     * Refuses a plan where an output that it uses has another value by now. Other changes of the environment do not matter.
     *
     * @param changes of the plan
     */
    public void check(List<ResourceChange> changes) {
        for (ResourceChange change : changes) {
            boolean environment =
                    change.address().isData() && change.address().last().type().equals(OtherEnvironment.TYPE);
            if (environment && change.after() instanceof MapValue then && then.isWhollyKnown()) {
                check(then, then.text(OtherEnvironment.NAME).orElseThrow());
            }
        }
    }

    private void check(MapValue then, String environment) {
        State state = reader.read(environment);
        if (!then.get(EnvironmentData.LINEAGE).equals(Value.of(state.lineage()))) {
            throw stale("The state of " + environment + " is another one now, with lineage "
                    + (state.lineage().isEmpty() ? "none" : state.lineage()) + ".");
        }
        MapValue before = (MapValue) then.get(OtherEnvironment.OUTPUT).unmarked();
        MapValue now = EnvironmentData.outputs(state);
        Set<String> used = new TreeSet<>(EnvironmentData.uses(then));
        if (then.get(OtherEnvironment.WHOLE).equals(Value.of(true))) {
            used.addAll(before.entries().keySet());
            used.addAll(now.entries().keySet());
        }
        for (String output : used) {
            Value value = now.get(output);
            if (!value.fullyUnmarked().equals(before.get(output).fullyUnmarked())) {
                throw stale("The output " + output + " of " + environment + " is "
                        + (value.isNull() ? "gone" : "another one") + " now.");
            }
        }
    }

    private static DiagnosticsException stale(String detail) {
        return new DiagnosticsException(
                Diagnostic.error("Saved plan is stale", detail).withHint("Make a new plan."));
    }
}
