package dev.corbel.cli.view.diff;

import dev.corbel.cli.view.diff.DiffLine.Mark;
import dev.corbel.cli.view.diff.SequenceDiff.Edit;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares two values: shows what changes, line by line in long texts, element by element in lists, and counts what does
 * not. Sensitive values are masked.
 */
public final class ValueDiff {
    private static final int LONG = 100;
    private static final String FORCES_REPLACEMENT = "forces replacement";

    private final List<ValuePath> replacePaths;
    private final List<DiffLine> lines = new ArrayList<>();

    private ValueDiff(List<ValuePath> replacePaths) {
        this.replacePaths = replacePaths;
    }

    /**
     * The lines that tell one object from another.
     *
     * @param replacePaths the attributes to mark, since their change forces a replacement
     */
    public static List<DiffLine> of(MapValue before, MapValue after, List<ValuePath> replacePaths) {
        ValueDiff diff = new ValueDiff(replacePaths);
        diff.entries(0, ValuePath.ROOT, before, after);
        return diff.lines;
    }

    /** The lines that tell one named value from another. */
    public static List<DiffLine> of(String name, Value before, Value after) {
        ValueDiff diff = new ValueDiff(List.of());
        diff.entry(0, ValuePath.ROOT, ValueLines.head(name, ValueLines.nameWidth(List.of(name))), before, after);
        return diff.lines;
    }

    private void entries(int depth, ValuePath path, MapValue before, MapValue after) {
        TreeSet<String> names = new TreeSet<>(before.entries().keySet());
        names.addAll(after.entries().keySet());
        Map<String, Boolean> changes = new TreeMap<>();
        names.forEach(name -> changes.put(name, !isSame(before.get(name), after.get(name))));
        int width = ValueLines.nameWidth(names.stream().filter(changes::get).toList());
        int hidden = 0;
        for (String name : names) {
            if (Boolean.TRUE.equals(changes.get(name))) {
                entry(depth, path.then(name), ValueLines.head(name, width), before.get(name), after.get(name));
            } else if (!before.get(name).isNull()) {
                hidden++;
            }
        }
        remark(depth, hidden, path.isRoot() ? "attribute" : "entry", path.isRoot() ? "attributes" : "entries");
    }

    private void entry(int depth, ValuePath path, String head, Value before, Value after) {
        int first = lines.size();
        boolean descends = false;
        if (before instanceof SensitiveValue || after instanceof SensitiveValue) {
            sensitive(depth, head, before, after);
        } else if (before.isNull()) {
            lines.addAll(ValueLines.of(Mark.ADD, depth, head, after));
        } else if (after.isNull()) {
            lines.addAll(ValueLines.of(Mark.REMOVE, depth, head, before));
        } else if (before instanceof MapValue old && after instanceof MapValue changed) {
            descends = true;
            line(Mark.CHANGE, depth, head + "{");
            entries(depth + 1, path, old, changed);
            line(Mark.SAME, depth, "}");
        } else if (before instanceof ListValue old && after instanceof ListValue changed) {
            descends = true;
            line(Mark.CHANGE, depth, head + "[");
            elements(depth + 1, path, old.elements(), changed.elements());
            line(Mark.SAME, depth, "]");
        } else if (before instanceof StringValue old
                && after instanceof StringValue changed
                && (ValueLines.isLong(old) || ValueLines.isLong(changed))) {
            text(depth, head, old.value(), changed.value());
        } else {
            scalar(depth, head, before, after);
        }
        if (forcesReplacement(path, descends)) {
            lines.set(first, lines.get(first).withNote(FORCES_REPLACEMENT));
        }
    }

    private void sensitive(int depth, String head, Value before, Value after) {
        Mark mark = before.isNull() ? Mark.ADD : after.isNull() ? Mark.REMOVE : Mark.CHANGE;
        String text = after.isUnknown() ? "(sensitive value) -> (known after apply)" : "(sensitive value)";
        line(mark, depth, head + (mark == Mark.CHANGE ? text : "(sensitive value)"));
    }

    private void scalar(int depth, String head, Value before, Value after) {
        String old = Literal.of(before);
        String changed = Literal.of(after);
        if (old.length() + changed.length() <= LONG || after.isUnknown()) {
            line(Mark.CHANGE, depth, head + old + " -> " + changed);
        } else {
            line(Mark.CHANGE, depth, head.stripTrailing());
            lines.addAll(ValueLines.of(Mark.REMOVE, depth + 1, "", before));
            lines.addAll(ValueLines.of(Mark.ADD, depth + 1, "", after));
        }
    }

    private void text(int depth, String head, String before, String after) {
        line(Mark.CHANGE, depth, head + "\"\"\"");
        lines.addAll(TextDiff.of(depth + 1, before, after));
        line(Mark.SAME, depth, "\"\"\"");
    }

    private void elements(int depth, ValuePath path, List<Value> before, List<Value> after) {
        int hidden = 0;
        Deque<Value> removed = new ArrayDeque<>();
        int index = 0;
        for (Edit<Value> edit : SequenceDiff.between(before, after)) {
            switch (edit.mark()) {
                case REMOVE -> removed.add(edit.element());
                case ADD -> {
                    Value old = removed.isEmpty() ? Value.ofNull() : removed.remove();
                    if (old instanceof MapValue && edit.element() instanceof MapValue) {
                        entry(depth, path.then(index), "", old, edit.element());
                    } else {
                        remove(depth, old);
                        lines.addAll(ValueLines.of(Mark.ADD, depth, "", edit.element()));
                    }
                    index++;
                }
                default -> {
                    removed.forEach(old -> remove(depth, old));
                    removed.clear();
                    hidden++;
                    index++;
                }
            }
        }
        removed.forEach(old -> remove(depth, old));
        remark(depth, hidden, "element", "elements");
    }

    private void remove(int depth, Value old) {
        if (!old.isNull()) {
            lines.addAll(ValueLines.of(Mark.REMOVE, depth, "", old));
        }
    }

    private boolean forcesReplacement(ValuePath path, boolean descends) {
        return !path.isRoot()
                && replacePaths.stream()
                        .anyMatch(forced -> forced.equals(path) || (!descends && path.isPrefixOf(forced)));
    }

    private static boolean isSame(Value before, Value after) {
        return before.fullyUnmarked().equals(after.fullyUnmarked());
    }

    private void remark(int depth, int count, String one, String many) {
        if (count > 0) {
            lines.add(DiffLine.hidden(depth, count, one, many));
        }
    }

    private void line(Mark mark, int depth, String text) {
        lines.add(new DiffLine(mark, depth, text));
    }
}
