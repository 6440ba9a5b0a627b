package dev.corbel.cli.view.change;

import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.text.Printable;
import dev.corbel.providers.api.value.MapValue;
import java.util.StringJoiner;
import java.util.TreeSet;

/** Says in words what somebody else changed of an object. */
public final class DriftNotes {
    private DriftNotes() {}

    /** The attributes that differ from state, or that the object was not found. */
    public static String of(ResourceChange drift) {
        if (drift.after().isNull()) {
            return "not found";
        }
        if (!(drift.before().unmarked() instanceof MapValue before)
                || !(drift.after().unmarked() instanceof MapValue after)) {
            return "";
        }
        TreeSet<String> names = new TreeSet<>(before.entries().keySet());
        names.addAll(after.entries().keySet());
        StringJoiner differing = new StringJoiner(", ", "differs in ", "").setEmptyValue("");
        for (String name : names) {
            if (!before.get(name).fullyUnmarked().equals(after.get(name).fullyUnmarked())) {
                differing.add(Printable.line(name));
            }
        }
        return differing.toString();
    }
}
