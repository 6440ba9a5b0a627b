package dev.corbel.cli.view.change;

import dev.corbel.planner.plan.ResourceChange;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The numbers of changes by what happens; both orders of a replacement count as one. */
public final class ChangeCounts {
    /** As the last line of a plan has them; what it does not count comes after. */
    private static final List<ChangeKind> ORDER = List.of(
            ChangeKind.CREATE,
            ChangeKind.UPDATE,
            ChangeKind.REPLACE_DELETE_FIRST,
            ChangeKind.DELETE,
            ChangeKind.FORGET,
            ChangeKind.RELOCATE,
            ChangeKind.READ);

    private final Map<ChangeKind, Integer> numbers = new EnumMap<>(ChangeKind.class);

    /** Counts nothing yet. */
    public ChangeCounts() {}

    /** The counts of changes. */
    public static ChangeCounts of(Collection<ResourceChange> changes) {
        ChangeCounts counts = new ChangeCounts();
        changes.forEach(change -> counts.add(ChangeKind.of(change)));
        return counts;
    }

    /** Counts one more. */
    public void add(ChangeKind kind) {
        numbers.merge(
                kind == ChangeKind.REPLACE_CREATE_FIRST ? ChangeKind.REPLACE_DELETE_FIRST : kind, 1, Integer::sum);
    }

    /** All kinds that there are any of, in the order in which people read them. */
    public List<ChangeKind> kinds() {
        return ORDER.stream().filter(numbers::containsKey).toList();
    }

    /** The number of one kind. */
    public int of(ChangeKind kind) {
        return numbers.getOrDefault(kind, 0);
    }

    /** Such as {@code 2 to add, 1 to destroy}; empty where nothing was counted. */
    public String words() {
        StringJoiner words = new StringJoiner(", ");
        kinds().forEach(kind -> words.add(of(kind) + " to " + kind.verb()));
        return words.toString();
    }
}
