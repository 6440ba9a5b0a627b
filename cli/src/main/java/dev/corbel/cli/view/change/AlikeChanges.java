package dev.corbel.cli.view.change;

import dev.corbel.cli.view.diff.DiffLine;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Instances of one resource that change in the same way: some that are shown, and others that need not be. The same way
 * means the same lines, but for places where an instance has its own key, and for values that go. An object that goes
 * altogether is alike whatever it held.
 *
 * @param shown at least one
 * @param others those that are counted only
 */
public record AlikeChanges(List<ResourceChange> shown, List<ResourceChange> others) {
    private static final int SHOWN = 2;
    private static final int MIN_HIDDEN = 3;
    private static final String OWN_KEY = "\u0000";
    private static final String BECOMES_UNKNOWN = " -> (known after apply)";

    public AlikeChanges {
        shown = List.copyOf(shown);
        others = List.copyOf(others);
    }

    /** All changes of a group, in its order; nothing is hidden that is alike to few. */
    public static List<AlikeChanges> of(List<ResourceChange> changes) {
        List<AlikeChanges> alike = new ArrayList<>();
        int start = 0;
        while (start < changes.size()) {
            int end = start + 1;
            while (end < changes.size() && areSiblings(changes.get(start), changes.get(end))) {
                end++;
            }
            addSiblings(changes.subList(start, end), alike);
            start = end;
        }
        return alike;
    }

    /** Such as {@code 298 more alike: ["o2"] to ["o299"]}; empty where nothing is hidden. */
    public Optional<String> more() {
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("%d more alike: %s to %s"
                        .formatted(others.size(), key(others.get(0)), key(others.get(others.size() - 1))));
    }

    private static String key(ResourceChange change) {
        String whole = PlanOutline.Group.relative(change.address());
        String bare = PlanOutline.Group.relative(change.address().withKey(null));
        return whole.substring(bare.length());
    }

    private static boolean areSiblings(ResourceChange one, ResourceChange other) {
        Address first = one.address();
        Address second = other.address();
        return first.last().key() != null
                && second.last().key() != null
                && ChangeKind.of(one) == ChangeKind.of(other)
                && first.last().kind().equals(second.last().kind())
                && first.withKey(null).equals(second.withKey(null));
    }

    private static void addSiblings(List<ResourceChange> siblings, List<AlikeChanges> alike) {
        if (siblings.size() < SHOWN + MIN_HIDDEN) {
            siblings.forEach(change -> alike.add(new AlikeChanges(List.of(change), List.of())));
            return;
        }
        Map<String, List<ResourceChange>> ways = new LinkedHashMap<>();
        siblings.forEach(change ->
                ways.computeIfAbsent(way(change), first -> new ArrayList<>()).add(change));
        for (List<ResourceChange> same : ways.values()) {
            int shown = same.size() < SHOWN + MIN_HIDDEN ? same.size() : SHOWN;
            alike.add(new AlikeChanges(same.subList(0, shown), same.subList(shown, same.size())));
        }
    }

    /** A text that two changes share where they are alike. */
    private static String way(ResourceChange change) {
        String key = key(change);
        String bare = key.substring(2, key.length() - 2);
        StringBuilder way = new StringBuilder(withoutKey(ChangeNotes.of(change), bare));
        if (change.action() != Action.DELETE) {
            for (DiffLine line : ChangeLines.of(change)) {
                way.append('\n').append(line.depth()).append(line.mark()).append(line.note());
                way.append(' ').append(withoutKey(withoutOld(line.text()), bare));
            }
        }
        return way.toString();
    }

    private static String withoutOld(String text) {
        int equals = text.indexOf(" = ");
        return equals >= 0 && text.endsWith(BECOMES_UNKNOWN) ? text.substring(0, equals) + BECOMES_UNKNOWN : text;
    }

    /** The text with another word where the key stands as a word of its own. */
    private static String withoutKey(String text, String key) {
        int at = key.isEmpty() ? -1 : text.indexOf(key);
        if (at < 0) {
            return text;
        }
        StringBuilder changed = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            int end = at + key.length();
            boolean alone = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            changed.append(text, done, at).append(alone ? OWN_KEY : key);
            done = end;
            at = text.indexOf(key, end);
        }
        return changed.append(text, done, text.length()).toString();
    }
}
