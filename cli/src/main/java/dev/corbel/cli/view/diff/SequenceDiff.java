package dev.corbel.cli.view.diff;

import java.util.ArrayList;
import java.util.List;

/** The fewest removals and additions that turn one sequence into another. */
final class SequenceDiff {
    /** Beyond this many comparisons the changed middle is shown as removed and added as a whole. */
    private static final long LIMIT = 4_000_000;

    private SequenceDiff() {}

    /** One element and what happens to it. */
    record Edit<T>(DiffLine.Mark mark, T element) {}

    static <T> List<Edit<T>> between(List<T> before, List<T> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Edit<T>> edits = new ArrayList<>();
        add(edits, DiffLine.Mark.SAME, before.subList(0, start));
        middle(edits, before.subList(start, before.size() - end), after.subList(start, after.size() - end));
        add(edits, DiffLine.Mark.SAME, before.subList(before.size() - end, before.size()));
        return edits;
    }

    private static <T> void middle(List<Edit<T>> edits, List<T> before, List<T> after) {
        if ((long) before.size() * after.size() > LIMIT || before.isEmpty() || after.isEmpty()) {
            add(edits, DiffLine.Mark.REMOVE, before);
            add(edits, DiffLine.Mark.ADD, after);
            return;
        }
        int[][] common = commonLengths(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (before.get(i).equals(after.get(j))) {
                edits.add(new Edit<>(DiffLine.Mark.SAME, before.get(i++)));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                edits.add(new Edit<>(DiffLine.Mark.REMOVE, before.get(i++)));
            } else {
                edits.add(new Edit<>(DiffLine.Mark.ADD, after.get(j++)));
            }
        }
        add(edits, DiffLine.Mark.REMOVE, before.subList(i, before.size()));
        add(edits, DiffLine.Mark.ADD, after.subList(j, after.size()));
    }

    /** The length of the longest common subsequence of every pair of tails. */
    private static <T> int[][] commonLengths(List<T> before, List<T> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static <T> void add(List<Edit<T>> edits, DiffLine.Mark mark, List<T> elements) {
        elements.forEach(element -> edits.add(new Edit<>(mark, element)));
    }
}
