package dev.corbel.cli.view.change;

import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The changes of a plan in the order in which people read them: by component, within those replacements and deletions
 * first.
 */
public final class PlanOutline {
    private static final Comparator<ResourceChange> DANGER_FIRST = Comparator.<ResourceChange, ChangeKind>comparing(
                    ChangeKind::of)
            .thenComparing(ResourceChange::address, NaturalOrder.ADDRESSES)
            .thenComparing(change -> change.deposedKey().orElse(""));

    private PlanOutline() {}

    /**
     * The changes of the resources that stand directly in one component.
     *
     * @param path the components around them
     */
    public record Group(ComponentPath path, List<ResourceChange> changes) {

        /** The address of a resource as it reads inside of the group. */
        public static String relative(Address address) {
            return new Address(List.of(address.last())).toString();
        }
    }

    /** The groups that have changes, each component before what is in it. */
    public static List<Group> of(List<ResourceChange> changes) {
        Map<ComponentPath, List<ResourceChange>> groups = new HashMap<>();
        for (ResourceChange change : changes) {
            if (isShown(change)) {
                groups.computeIfAbsent(ComponentPath.around(change.address()), path -> new ArrayList<>())
                        .add(change);
            }
        }
        List<Group> outline = new ArrayList<>();
        new TreeMap<>(groups)
                .forEach((path, members) -> outline.add(
                        new Group(path, members.stream().sorted(DANGER_FIRST).toList())));
        return outline;
    }

    /** The counts of each component with all that is in it, also of those that only have others in them. */
    public static SortedMap<ComponentPath, ChangeCounts> totals(List<Group> groups) {
        SortedMap<ComponentPath, ChangeCounts> totals = new TreeMap<>();
        for (Group group : groups) {
            List<ChangeCounts> around = new ArrayList<>();
            for (ComponentPath path : group.path().chain()) {
                around.add(totals.computeIfAbsent(path, first -> new ChangeCounts()));
            }
            for (ResourceChange change : group.changes()) {
                around.forEach(counts -> counts.add(ChangeKind.of(change)));
            }
        }
        return totals;
    }

    /** The changes of all groups that take an object away or out of sight, the worst first. */
    public static List<ResourceChange> dangers(List<Group> groups) {
        return groups.stream()
                .flatMap(group -> group.changes().stream())
                .filter(change -> ChangeKind.of(change).isDangerous())
                .sorted(DANGER_FIRST)
                .toList();
    }

    /** Tells whether a change is one that people see; the others are there for programs. */
    private static boolean isShown(ResourceChange change) {
        return change.isChange() || change.action() == Action.READ;
    }
}
