package dev.corbel.cli.view;

import dev.corbel.cli.view.diff.Literal;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.text.Printable;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The changes of a plan in the order in which people read them: by region and app, within those replacements and
 * deletions first.
 */
final class PlanOutline {
    private static final Set<String> GROUPING_KINDS = Set.of("region", "app", "module");
    private static final Comparator<ResourceChange> DANGER_FIRST = Comparator.comparing(ChangeKind::of)
            .thenComparing(ResourceChange::address)
            .thenComparing(change -> change.deposedKey().orElse(""));

    private PlanOutline() {}

    /**
     * The changes of one region or app.
     *
     * @param title such as {@code eu-central-1 / orders}; empty for what stands outside of all
     */
    record Group(String title, List<ResourceChange> changes) {}

    static List<Group> of(List<ResourceChange> changes) {
        Map<String, List<ResourceChange>> groups = new TreeMap<>();
        for (ResourceChange change : changes) {
            if (change.isChange() || change.action() == Action.READ) {
                groups.computeIfAbsent(title(change.address()), title -> new ArrayList<>())
                        .add(change);
            }
        }
        List<Group> outline = new ArrayList<>();
        groups.forEach((title, members) -> outline.add(
                new Group(title, members.stream().sorted(DANGER_FIRST).toList())));
        return outline;
    }

    private static String title(Address address) {
        StringJoiner title = new StringJoiner(" / ");
        for (Step step : address.steps()) {
            if (GROUPING_KINDS.contains(step.kind())) {
                String key = step.key() == null ? "" : "[" + Literal.of(Value.of(step.key())) + "]";
                title.add(Printable.line(step.label() == null ? step.kind() : step.label()) + key);
            }
        }
        return title.toString();
    }
}
