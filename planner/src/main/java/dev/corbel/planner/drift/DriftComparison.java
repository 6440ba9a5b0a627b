package dev.corbel.planner.drift;

import dev.corbel.dsl.model.DefinitionPlaces;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.object.ObjectId;
import dev.corbel.planner.object.ObjectIndex;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.AttachedObjects;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.RecreatedObject;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.plan.Survey;
import dev.corbel.planner.plan.UnreadableObject;
import dev.corbel.planner.policy.AddedObject;
import dev.corbel.planner.policy.LiveCheck;
import dev.corbel.planner.policy.PolicyOptions;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns a survey into findings: first state beside reality, then the definition beside both. It looks at what reading
 * found, and never at what a plan would do about it alone.
 */
public final class DriftComparison {
    private static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) ->
                    finding.address().map(Address::toString).orElse("~"))
            .thenComparing(Finding::type)
            .thenComparing(finding -> finding.id().orElse(""))
            .thenComparing(finding -> finding.attribute().orElse(""))
            .thenComparing(Finding::kind)
            .thenComparing(finding -> finding.policy().orElse(""))
            .thenComparing(Finding::detail);

    private final Plan plan;
    private final Survey survey;
    private final Function<String, Optional<? extends ReadableType>> types;
    private final DefinitionState definition;
    private final DefinitionPlaces places;
    private final LocalDate today;
    private final Map<Address, ResourceChange> changes = new HashMap<>();
    private final Map<SuppressionReason, Integer> suppressed = new EnumMap<>(SuppressionReason.class);
    private final List<Finding> findings = new ArrayList<>();

    /** The extent to which the definition could be evaluated. */
    public enum DefinitionState {
        COMPLETE,
        /** Some variables have no value. */
        INCOMPLETE,
        /** Not at all. */
        BROKEN
    }

    private DriftComparison(
            Survey survey,
            Function<String, Optional<? extends ReadableType>> types,
            DefinitionState definition,
            LocalDate today) {
        this.today = today;
        this.survey = survey;
        this.plan = survey.plan();
        this.types = types;
        this.definition = definition;
        this.places = new DefinitionPlaces(plan.definition());
        plan.changes().stream()
                .filter(change -> change.deposedKey().isEmpty())
                .forEach(change -> changes.put(change.address(), change));
    }

    /**
     * Compares.
     *
     * @param types finds a type by its name
     * @param definition how much of the definition there is to compare with
     * @param today the day on which waivers of policies hold or are over
     */
    public static Drift of(
            Survey survey,
            Function<String, Optional<? extends ReadableType>> types,
            DefinitionState definition,
            LocalDate today) {
        return new DriftComparison(survey, types, definition, today).run();
    }

    private Drift run() {
        Set<Address> differing = new HashSet<>();
        plan.unreadable().forEach(object -> differing.add(object.address()));
        for (RecreatedObject object : survey.recreated()) {
            recreated(object);
            differing.add(object.address());
        }
        for (ResourceChange seen : plan.drift()) {
            if (seen.deposedKey().isEmpty() && !seen.address().isData() && differing.add(seen.address())) {
                compare(seen);
            }
        }
        plan.unreadable().forEach(this::unreadable);
        ObjectIndex known = new ObjectIndex(plan.stored());
        List<AddedObject> added = new ArrayList<>();
        for (AttachedObjects found : survey.attached()) {
            AttachedComparison attached = new AttachedComparison(known, places, found);
            attached.addTo(findings);
            attached.added().forEach(object -> added.add(new AddedObject(found.parent(), object)));
        }
        violations(added);
        new StrayComparison(survey).addTo(findings);
        if (definition == DefinitionState.COMPLETE) {
            plan.changes().stream()
                    .filter(change -> isPending(change) && !differing.contains(change.address()))
                    .forEach(this::pending);
        }
        findings.sort(ORDER);
        return new Drift(findings, suppressed, compared(), survey.strays().listings());
    }

    private void violations(List<AddedObject> added) {
        PolicyComparison policies = new PolicyComparison(plan.definition().guardrails(), places);
        LiveCheck.violations(plan, added, types, new PolicyOptions(List.of(), Optional.of(today), false)).stream()
                .map(policies::finding)
                .forEach(findings::add);
    }

    private List<Address> compared() {
        return plan.stored().instances().entrySet().stream()
                .filter(instance -> instance.getValue().current().isPresent())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private void compare(ResourceChange seen) {
        Address address = seen.address();
        Optional<? extends ReadableType> type = types.apply(address.last().type());
        if (type.isEmpty() || !(seen.before() instanceof MapValue before)) {
            return;
        }
        if (seen.after().isNull()) {
            boolean data = type.get().holdsData(before.fullyUnmarked());
            add(
                    DriftKind.DELETED,
                    data ? DriftSeverity.HIGH : DriftSeverity.MEDIUM,
                    seen,
                    Optional.empty(),
                    Value.ofNull(),
                    Value.ofNull());
            return;
        }
        Optional<ResourceDeclaration> declared = places.resource(address);
        Optional<MapValue> planned = Optional.ofNullable(changes.get(address))
                .map(ResourceChange::after)
                .filter(MapValue.class::isInstance)
                .map(MapValue.class::cast);
        new AttributeComparison(
                        type.get().schema(), declared, planned, definition != DefinitionState.BROKEN, suppressed)
                .of(before, (MapValue) seen.after())
                .forEach(difference -> add(
                        difference.kind(),
                        difference.severity(),
                        seen,
                        Optional.of(difference.attribute()),
                        difference.before(),
                        difference.after()));
    }

    private void add(
            DriftKind kind,
            DriftSeverity severity,
            ResourceChange seen,
            Optional<String> attribute,
            Value before,
            Value after) {
        findings.add(Finding.of(
                        kind,
                        severity,
                        Optional.of(seen.address()),
                        seen.address().last().type())
                .withId(id(seen))
                .withValues(attribute, before, after)
                .at(places.nearest(seen.address(), attribute.orElse(null))));
    }

    private static Optional<String> id(ResourceChange change) {
        return change.before() instanceof MapValue object ? ObjectId.shown(object) : Optional.empty();
    }

    private void recreated(RecreatedObject object) {
        Address address = object.address();
        String detail = object.id()
                .map(id -> "Another object has its name, with the id " + id + ".")
                .orElse("Another object goes by its id.");
        findings.add(Finding.of(
                        DriftKind.RECREATED,
                        DriftSeverity.HIGH,
                        Optional.of(address),
                        address.last().type())
                .withId(plan.stored().current(address).flatMap(stored -> ObjectId.shown(stored.attributes())))
                .at(places.nearest(address))
                .withDetail(detail));
    }

    private void unreadable(UnreadableObject object) {
        findings.add(Finding.of(
                        DriftKind.UNREADABLE,
                        DriftSeverity.NOTE,
                        Optional.of(object.address()),
                        object.address().last().type())
                .withId(object.id())
                .at(places.nearest(object.address()))
                .withDetail(told(object.reasons()))
                .because(AttachedComparison.text(object.cause())));
    }

    private static String told(List<Diagnostic> reasons) {
        return reasons.stream().map(AttachedComparison::told).collect(Collectors.joining(" "));
    }

    private static boolean isPending(ResourceChange change) {
        return change.isChange()
                && change.action() != Action.READ
                && change.deposedKey().isEmpty();
    }

    private void pending(ResourceChange change) {
        findings.add(Finding.of(
                        DriftKind.PENDING,
                        DriftSeverity.NOTE,
                        Optional.of(change.address()),
                        change.address().last().type())
                .withId(id(change))
                .at(places.nearest(change.address()))
                .withDetail("The next apply would " + verb(change) + " it."));
    }

    private static String verb(ResourceChange change) {
        return switch (change.action()) {
            case CREATE -> "create";
            case UPDATE -> "update";
            case DELETE -> "delete";
            case FORGET -> "forget";
            case REPLACE_DELETE_FIRST, REPLACE_CREATE_FIRST -> "replace";
            default -> change.adoptedId().isPresent() ? "adopt" : "move";
        };
    }
}
