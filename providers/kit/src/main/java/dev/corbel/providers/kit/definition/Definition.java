package dev.corbel.providers.kit.definition;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.providers.kit.attribute.UnsetForms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * A type as data: its attributes, the places in documents that they map to, and its rules.
 *
 * @param name as in {@code resource('NAME', …)}
 * @param guide for the reference
 * @param fields in the order of the reference
 * @param schema of the fields, in which all ways to leave an attribute unset are equal
 * @param rules that a configuration must keep to
 * @param consequences of changes in place
 * @param replacements that the schema does not show
 * @param refusals of changes in place
 * @param identity the way to find an object whose creation was interrupted
 * @param key the attributes whose values no two objects have in common
 * @param timeouts by the kind of call
 */
public record Definition(
        String name,
        TypeGuide guide,
        List<Field> fields,
        Schema schema,
        List<Rule> rules,
        List<Consequence> consequences,
        List<Replacement> replacements,
        List<Refusal> refusals,
        IdentityClass identity,
        List<String> key,
        Map<String, Duration> timeouts) {

    /**
     * What a change in place alters on the other side.
     *
     * @param computed is unknown until the change is made
     * @param causes one of these changes
     */
    public record Consequence(String computed, Set<String> causes) {}

    /**
     * A change that needs a new object in some cases.
     *
     * @param when tells by the value that is there and the one that shall be; both are known
     */
    public record Replacement(String attribute, BiPredicate<Value, Value> when) {}

    /**
     * A change in place that the other side never makes.
     *
     * @param when tells by the object that is there and the one that shall be
     */
    public record Refusal(BiPredicate<MapValue, MapValue> when, Diagnostic problem) {}

    public Definition {
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
        consequences = List.copyOf(consequences);
        replacements = List.copyOf(replacements);
        refusals = List.copyOf(refusals);
        key = List.copyOf(key);
        timeouts = Map.copyOf(timeouts);
    }

    public static Builder of(String name) {
        return new Builder(name);
    }

    public List<Diagnostic> validate(MapValue configuration) {
        return rules.stream()
                .flatMap(rule -> rule.problems(configuration).stream())
                .toList();
    }

    /** The proposal, with what the change alters marked as unknown, and what needs a new object. */
    public PlannedObject plan(PlanRequest request) {
        MapValue planned = request.proposed();
        if (!(request.prior() instanceof MapValue prior)) {
            return new PlannedObject(planned, Set.of());
        }
        for (Field field : fields) {
            boolean left = field instanceof Field.Nested block && block.usual().isPresent();
            if (left && planned.get(field.name()).isNull()) {
                planned = planned.with(field.name(), prior.get(field.name()));
            }
        }
        MapValue wanted = planned;
        for (Consequence consequence : consequences) {
            boolean open = request.configuration().get(consequence.computed()).isNull();
            if (open && consequence.causes().stream().anyMatch(cause -> changes(prior, wanted, cause))) {
                planned = planned.with(consequence.computed(), Value.unknown());
            }
        }
        Set<ValuePath> reasons = replacements.stream()
                .filter(replacement -> isReplaced(replacement, prior, wanted))
                .map(replacement -> ValuePath.ROOT.then(replacement.attribute()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new PlannedObject(planned, reasons);
    }

    private static boolean changes(MapValue prior, MapValue planned, String name) {
        return !prior.get(name).fullyUnmarked().equals(planned.get(name).fullyUnmarked());
    }

    private static boolean isReplaced(Replacement replacement, MapValue prior, MapValue planned) {
        String name = replacement.attribute();
        Value next = planned.get(name).fullyUnmarked();
        return changes(prior, planned, name)
                && next.isWhollyKnown()
                && replacement.when().test(prior.get(name).fullyUnmarked(), next);
    }

    /** Problems of a change in place. */
    public List<Diagnostic> refuseUpdate(MapValue prior, MapValue planned) {
        return refusals.stream()
                .filter(refusal -> refusal.when().test(prior.fullyUnmarked(), planned.fullyUnmarked()))
                .map(Refusal::problem)
                .toList();
    }

    /** The document that makes a new object. */
    public MapValue document(MapValue planned) {
        return document(planned, MapValue.EMPTY);
    }

    /**
     * A document with the attributes, in which everything stays that is no attribute's.
     *
     * @param document as the other side has it
     */
    public MapValue document(MapValue planned, MapValue document) {
        return DocumentWriter.write(fields, planned.fullyUnmarked(), document);
    }

    /** A document with nothing but what a change alters; null for what is taken away. */
    public MapValue change(MapValue prior, MapValue planned) {
        MapValue before = prior.fullyUnmarked();
        MapValue after = planned.fullyUnmarked();
        MapValue change = MapValue.EMPTY;
        for (Field field : fields) {
            Value value = after.get(field.name());
            if (field instanceof Field.Constant || value.isUnknown() || value.equals(before.get(field.name()))) {
                continue;
            }
            change = DocumentWriter.write(field, value, change);
            if (value.isNull() && field instanceof Field.Leaf leaf && isSent(leaf)) {
                change = leaf.path().orElseThrow().put(change, Value.ofNull());
            } else if (saysNothing(value)
                    && field instanceof Field.Nested block
                    && !block.path().isRoot()) {
                change = block.path().put(change, value);
            }
        }
        return change;
    }

    /** A block that is no longer there, or of many none. */
    private static boolean saysNothing(Value value) {
        return value.isNull() || value.equals(ListValue.EMPTY);
    }

    private static boolean isSent(Field.Leaf leaf) {
        return leaf.path().isPresent() && leaf.direction() == Field.Direction.BOTH;
    }

    /**
     * The attributes of a document.
     *
     * @param known the object as last seen or as planned, in whose words it is shown; the empty map of one that is adopted
     */
    public MapValue attributes(MapValue document, MapValue known) {
        return DocumentReader.read(fields, schema, document, known);
    }

    /** The name that no second object has: the values of the key; empty where they are not known. */
    public Optional<String> uniqueName(MapValue attributes) {
        List<String> values =
                key.stream().map(attributes::text).flatMap(Optional::stream).toList();
        return key.isEmpty() || values.size() < key.size() ? Optional.empty() : Optional.of(String.join("/", values));
    }

    /** Builds a definition step by step. */
    public static final class Builder {
        private final String name;
        private final List<Field> fields = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private final List<Consequence> consequences = new ArrayList<>();
        private final List<Replacement> replacements = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final Map<String, Duration> timeouts = new LinkedHashMap<>();
        private List<String> key = List.of();
        private TypeGuide guide = TypeGuide.NONE;
        private IdentityClass identity = IdentityClass.NATURAL_KEY;

        private Builder(String name) {
            this.name = name;
        }

        public Builder guide(TypeGuide text) {
            guide = text;
            return this;
        }

        public Builder fields(Field.Builder... more) {
            Arrays.stream(more).map(Field.Builder::build).forEach(fields::add);
            return this;
        }

        public Builder rules(Rule... more) {
            rules.addAll(List.of(more));
            return this;
        }

        public Builder recomputes(String computed, String... causes) {
            consequences.add(new Consequence(computed, Set.of(causes)));
            return this;
        }

        public Builder replacedWhen(String attribute, BiPredicate<Value, Value> when) {
            replacements.add(new Replacement(attribute, when));
            return this;
        }

        public Builder refusedWhen(BiPredicate<MapValue, MapValue> when, Diagnostic problem) {
            refusals.add(new Refusal(when, problem));
            return this;
        }

        public Builder identity(IdentityClass way) {
            identity = way;
            return this;
        }

        public Builder key(String... attributes) {
            key = List.of(attributes);
            return this;
        }

        public Builder timeout(String call, Duration duration) {
            timeouts.put(call, duration);
            return this;
        }

        public Definition build() {
            Schema schema = UnsetForms.equal(NestedBlock.schema(fields));
            return new Definition(
                    name, guide, fields, schema, rules, consequences, replacements, refusals, identity, key, timeouts);
        }
    }
}
