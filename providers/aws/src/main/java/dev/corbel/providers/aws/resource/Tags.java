package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.TagRules;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.tag.Tagging;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Tags as definitions see them. {@code tags} are those of the definition, {@code tags_all} have the provider's default
 * tags as well. Tags under {@code aws:} belong to AWS and those under {@code corbel:} to Corbel; neither is shown.
 */
public final class Tags {
    /** Carries the id of the operation that created an object, so that an interrupted creation finds it again. */
    public static final String OPERATION = "corbel:operation";

    private static final String OURS = "corbel:";
    private static final String OF_AWS = "aws:";

    private Tags() {}

    /** Adds {@code tags} and {@code tags_all}. */
    public static Schema.Builder on(Schema.Builder schema) {
        return schema.attribute(Tagging.own()).attribute(Tagging.all());
    }

    static boolean areOn(Schema schema) {
        return schema.attribute("tags_all") != null;
    }

    static List<Diagnostic> validate(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>();
        if (configuration.get("tags").unmarked() instanceof MapValue tags) {
            for (String key : tags.entries().keySet()) {
                if (isReserved(key)) {
                    String owner = key.startsWith(OURS) ? "Corbel" : "AWS";
                    problems.add(Diagnostic.error(
                            "The tag \"" + key + "\" is reserved",
                            "Tags that begin with \"" + OURS + "\" belong to Corbel, those that begin with \"" + OF_AWS
                                    + "\" to AWS; this one is " + owner + "'s."));
                }
            }
        }
        return problems;
    }

    /** What to send for a new object: all its planned tags. */
    public static Map<String, String> of(MapValue planned) {
        return Tagging.of(planned);
    }

    /** The same with the tag by which an interrupted creation is found again. */
    public static Map<String, String> of(MapValue planned, String token) {
        Map<String, String> tags = of(planned);
        tags.put(OPERATION, token);
        return tags;
    }

    /** Whether AWS sets this tag itself and lets nobody else do so. */
    public static boolean isOfAws(String key) {
        return key.startsWith(OF_AWS);
    }

    /** Whether this tag is Corbel's or AWS's own, so that definitions neither set nor see it. */
    public static boolean isReserved(String key) {
        return key.startsWith(OURS) || isOfAws(key);
    }

    /**
     * What to change so that an object has its planned tags.
     *
     * @param set tags to add or overwrite
     * @param removed names of tags to take away
     */
    public record Change(Map<String, String> set, List<String> removed) {
        /** The difference between an object and its plan. */
        public static Change between(MapValue prior, MapValue planned) {
            Map<String, String> before = of(prior);
            Map<String, String> set = new LinkedHashMap<>(of(planned));
            List<String> removed = new ArrayList<>(new TreeSet<>(before.keySet()));
            removed.removeAll(set.keySet());
            set.entrySet().removeIf(tag -> tag.getValue().equals(before.get(tag.getKey())));
            return new Change(set, removed);
        }

        public boolean isEmpty() {
            return set.isEmpty() && removed.isEmpty();
        }
    }

    /**
     * Sets {@code tags} and {@code tags_all} from the tags that an object has. Tags that are to be ignored are left out and
     * counted, unless they are the object's own.
     *
     * @param known the object as last seen or as planned: a default tag counts as the object's own where it is there
     *     among its own
     */
    public static void show(Attributes attributes, Map<String, String> actual, MapValue known, AwsSession session) {
        show(attributes, actual, known, session.tagRules(), session.context().calls()::ignoredTag);
    }

    static void show(
            Attributes attributes, Map<String, String> actual, MapValue known, TagRules rules, Runnable ignored) {
        Tagging.show(
                attributes, actual, known, rules.defaults(), key -> isReserved(key) || isIgnored(key, rules, ignored));
    }

    private static boolean isIgnored(String key, TagRules rules, Runnable ignored) {
        boolean others = rules.ignores(key);
        if (others) {
            ignored.run();
        }
        return others;
    }
}
