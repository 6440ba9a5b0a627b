package dev.corbel.cli.view.change;

import dev.corbel.cli.view.diff.DiffLine;
import dev.corbel.cli.view.diff.DiffLine.Mark;
import dev.corbel.cli.view.diff.ValueDiff;
import dev.corbel.cli.view.diff.ValueLines;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;

/** The attributes that a change is about, line by line. */
public final class ChangeLines {
    private ChangeLines() {}

    public static List<DiffLine> of(ResourceChange change) {
        return switch (change.action()) {
            case NO_OP, FORGET -> List.of();
            case CREATE, READ -> ValueLines.ofEntries(Mark.ADD, 0, attributes(change.after()));
            case DELETE -> ValueLines.ofEntries(Mark.REMOVE, 0, attributes(change.before()));
            case UPDATE, REPLACE_DELETE_FIRST, REPLACE_CREATE_FIRST ->
                ValueDiff.of(attributes(change.before()), attributes(change.after()), change.replacePaths());
        };
    }

    /** The lines about an object that somebody else changed or deleted, as reading found it. */
    public static List<DiffLine> ofDrift(ResourceChange drift) {
        return drift.after().isNull()
                ? List.of()
                : ValueDiff.of(attributes(drift.before()), attributes(drift.after()), List.of());
    }

    public static List<DiffLine> of(OutputChange output) {
        Value before = masked(output.before(), output.sensitive());
        Value after = masked(output.after(), output.sensitive());
        return ValueDiff.of(output.name(), before, after);
    }

    private static Value masked(Value value, boolean sensitive) {
        return sensitive && !value.isNull() ? Value.sensitive(value) : value;
    }

    private static MapValue attributes(Value value) {
        return value.unmarked() instanceof MapValue map ? map : MapValue.EMPTY;
    }
}
