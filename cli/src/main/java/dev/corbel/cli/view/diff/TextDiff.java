package dev.corbel.cli.view.diff;

import dev.corbel.cli.view.diff.DiffLine.Mark;
import dev.corbel.cli.view.diff.SequenceDiff.Edit;
import dev.corbel.providers.api.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** Compares two texts line by line and hides long stretches that are the same. */
final class TextDiff {
    private static final int CONTEXT = 2;
    private static final int MAX_SAME = 6;

    private TextDiff() {}

    static List<DiffLine> of(int depth, String before, String after) {
        boolean exact = !Printable.isPlain(before) || !Printable.isPlain(after);
        boolean markEnds = before.endsWith("\n") != after.endsWith("\n");
        List<Edit<String>> edits = SequenceDiff.between(
                linesOf(TextLines.of(before, exact), before, markEnds),
                linesOf(TextLines.of(after, exact), after, markEnds));
        List<DiffLine> lines = new ArrayList<>();
        int position = 0;
        while (position < edits.size()) {
            int same = sameFrom(edits, position);
            if (same > MAX_SAME) {
                int leading = position == 0 ? 0 : CONTEXT;
                int trailing = position + same == edits.size() ? 0 : CONTEXT;
                show(lines, depth, edits.subList(position, position + leading));
                lines.add(DiffLine.hidden(depth, same - leading - trailing, "line", "lines"));
                show(lines, depth, edits.subList(position + same - trailing, position + same));
                position += same;
            } else {
                int shown = Math.max(1, same);
                show(lines, depth, edits.subList(position, position + shown));
                position += shown;
            }
        }
        return lines;
    }

    private static void show(List<DiffLine> lines, int depth, List<Edit<String>> edits) {
        edits.forEach(edit -> lines.add(new DiffLine(edit.mark(), depth, edit.element())));
    }

    private static int sameFrom(List<Edit<String>> edits, int from) {
        int end = from;
        while (end < edits.size() && edits.get(end).mark() == Mark.SAME) {
            end++;
        }
        return end - from;
    }

    private static List<String> linesOf(List<String> visible, String text, boolean markEnd) {
        List<String> lines = new ArrayList<>(visible);
        if (markEnd && !text.endsWith("\n") && !lines.isEmpty()) {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " (no end of line)");
        }
        return lines;
    }
}
