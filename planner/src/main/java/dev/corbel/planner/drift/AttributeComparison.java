package dev.corbel.planner.drift;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.object.IgnoredChanges;
import dev.corbel.planner.object.Marks;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.SameMeaning;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares one object as state has it with the object as it is, attribute by attribute. */
final class AttributeComparison {
    private static final Set<String> TAGS = Set.of("tags", "tags_all");

    private final Schema schema;
    private final Optional<ResourceDeclaration> declaration;
    private final Optional<MapValue> planned;
    private final boolean definitionKnown;
    private final Map<SuppressionReason, Integer> suppressed;

    /** An attribute that differs, and what that means. */
    record Difference(String attribute, DriftKind kind, DriftSeverity severity, Value before, Value after) {}

    /**
     * A comparison.
     *
     * @param planned the object as the definition wants it
     * @param definitionKnown false where the definition could not be evaluated
     * @param suppressed counts what is no drift
     */
    AttributeComparison(
            Schema schema,
            Optional<ResourceDeclaration> declaration,
            Optional<MapValue> planned,
            boolean definitionKnown,
            Map<SuppressionReason, Integer> suppressed) {
        this.schema = schema;
        this.declaration = declaration;
        this.planned = planned;
        this.definitionKnown = definitionKnown;
        this.suppressed = suppressed;
    }

    List<Difference> of(MapValue stored, MapValue real) {
        MapValue heeded = declaration
                .map(resource -> resource.lifecycle().ignoreChanges())
                .filter(paths -> !paths.isEmpty())
                .map(paths -> IgnoredChanges.apply(paths, schema, stored, real))
                .orElse(real);
        List<Difference> differences = new ArrayList<>();
        List<Difference> computed = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(schema.attributes().keySet());
        names.addAll(schema.blocks().keySet());
        for (String name : names) {
            Value before = stored.get(name);
            Value after = real.get(name);
            @Nullable Attribute attribute = schema.attribute(name);
            if (Marks.sameValue(before, after) || (attribute != null && attribute.isWriteOnly())) {
                continue;
            }
            Optional<SuppressionReason> reason = reason(name, attribute, stored, heeded, after);
            if (reason.filter(SuppressionReason.COMPUTED::equals).isPresent() && isPlannedOtherwise(name, after)) {
                computed.add(new Difference(name, DriftKind.CHANGED, DriftSeverity.MEDIUM, before, after));
            } else if (reason.isPresent()) {
                suppressed.merge(reason.get(), 1, Integer::sum);
            } else {
                differences.add(difference(name, attribute, before, after));
            }
        }
        if (differences.isEmpty()) {
            return computed;
        }
        computed.forEach(follows -> suppressed.merge(SuppressionReason.COMPUTED, 1, Integer::sum));
        return differences;
    }

    /**
     * Tells whether the provider means to give a computed attribute another value: where no other attribute says why, such as
     * that of a file which a service was made of, the attribute itself is what somebody changed.
     */
    private boolean isPlannedOtherwise(String name, Value after) {
        return definitionKnown
                && planned.map(object -> object.get(name))
                        .filter(wanted -> wanted.isWhollyKnown() && !Marks.sameValue(wanted, after))
                        .isPresent();
    }

    private Optional<SuppressionReason> reason(
            String name, @Nullable Attribute attribute, MapValue stored, MapValue heeded, Value after) {
        Value before = stored.get(name);
        if (!stored.entries().containsKey(name)) {
            return Optional.of(SuppressionReason.NEW_ATTRIBUTE);
        }
        if (attribute != null && SameMeaning.is(attribute, before, after)) {
            return Optional.of(SuppressionReason.SAME_MEANING);
        }
        if (Marks.sameValue(before, heeded.get(name))) {
            return Optional.of(SuppressionReason.IGNORED_CHANGES);
        }
        if (isSet(name)) {
            return Optional.empty();
        }
        if (attribute == null) {
            // A type that keeps blocks which nobody wrote keeps them for objects of types of their own.
            return isWanted(name, null, after) ? Optional.of(SuppressionReason.EXPLAINED) : Optional.empty();
        }
        if (!attribute.isComputed()) {
            return Optional.empty();
        }
        if (attribute.listsParts()) {
            return Optional.of(SuppressionReason.EXPLAINED);
        }
        if (attribute.isVolatile()) {
            return Optional.of(SuppressionReason.VOLATILE);
        }
        return attribute.isConfigurable() || attribute.isGuarded()
                ? Optional.empty()
                : Optional.of(SuppressionReason.COMPUTED);
    }

    private boolean isSet(String name) {
        return declaration.isPresent() && declaration.get().arguments().containsKey(name);
    }

    private Difference difference(String name, @Nullable Attribute attribute, Value before, Value after) {
        boolean guarded = attribute != null && attribute.isGuarded();
        boolean open = attribute != null && attribute.isComputed() && !isSet(name) && definitionKnown;
        if (open) {
            return new Difference(
                    name, DriftKind.OPEN, guarded ? DriftSeverity.HIGH : DriftSeverity.LOW, before, after);
        }
        if (isWanted(name, attribute, after)) {
            return new Difference(name, DriftKind.CONVERGED, DriftSeverity.NOTE, before, after);
        }
        DriftSeverity usual = TAGS.contains(name) ? DriftSeverity.LOW : DriftSeverity.MEDIUM;
        return new Difference(name, DriftKind.CHANGED, guarded ? DriftSeverity.HIGH : usual, before, after);
    }

    private boolean isWanted(String name, @Nullable Attribute attribute, Value after) {
        if (planned.isEmpty() || !definitionKnown) {
            return false;
        }
        Value wanted = planned.get().get(name);
        return Marks.sameValue(wanted, after) || (attribute != null && SameMeaning.is(attribute, wanted, after));
    }
}
