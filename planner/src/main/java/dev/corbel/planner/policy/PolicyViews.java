package dev.corbel.planner.policy;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.PolicyCode;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The things that policies of a project look at, as their code gets them. */
final class PolicyViews {
    private final Definition definition;

    PolicyViews(Definition definition) {
        this.definition = definition;
    }

    /** A resource: its attributes as planned, and {@code address}, {@code type}, {@code action}, {@code before}, {@code facts}. */
    PolicyCode.View resource(PolicySubject subject) {
        Map<String, Supplier<Object>> parts = new HashMap<>();
        parts.put("address", () -> subject.address().toString());
        parts.put("type", subject::kind);
        subject.change().ifPresent(change -> {
            parts.put(
                    "action",
                    () -> change.action().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            parts.put(
                    "before",
                    () -> change.before().unmarked() instanceof MapValue before
                            ? new PolicyCode.View(subject.address() + ".before", Map.of(), before.entries())
                            : Value.ofNull());
        });
        parts.put("facts", () -> facts(subject));
        return new PolicyCode.View(
                subject.address().toString(), parts, subject.attributes().entries());
    }

    /** A component: its inputs, and {@code address}, {@code kind}, {@code label}, {@code components}, {@code resources}. */
    PolicyCode.View component(PolicySubject subject, PolicySubjects subjects) {
        Map<String, Supplier<Object>> parts = new HashMap<>();
        parts.put("address", () -> subject.address().toString());
        parts.put("kind", subject::kind);
        parts.put(
                "label", () -> Value.of(String.valueOf(subject.address().last().label())));
        parts.put("components", () -> subjects.components().stream()
                .filter(inner -> !inner.address().equals(subject.address())
                        && inner.address().isWithin(subject.address()))
                .map(inner -> component(inner, subjects))
                .toList());
        parts.put("resources", () -> subjects.resources().stream()
                .filter(inner -> !inner.isEnding() && inner.address().isWithin(subject.address()))
                .map(this::resource)
                .toList());
        return new PolicyCode.View(
                subject.address().toString(), parts, subject.attributes().entries());
    }

    /** The plan as a whole: {@code environment}, {@code production}, {@code components}, {@code resources}. */
    PolicyCode.View plan(PolicySubjects subjects) {
        return new PolicyCode.View(
                "plan",
                Map.of(
                        "environment", () -> definition.environment(),
                        "production", () -> definition.guardrails().production(),
                        "components",
                                () -> subjects.components().stream()
                                        .map(component -> component(component, subjects))
                                        .toList(),
                        "resources",
                                () -> subjects.resources().stream()
                                        .map(this::resource)
                                        .toList()),
                Map.of());
    }

    private static List<PolicyCode.View> facts(PolicySubject subject) {
        return subject.facts().stream()
                .map(fact -> new PolicyCode.View("fact", parts(fact, subject), Map.of()))
                .toList();
    }

    private static Map<String, Supplier<Object>> parts(Fact fact, PolicySubject subject) {
        if (fact instanceof Fact.Stores data) {
            return Map.of("kind", () -> "stores", "data", () -> data.kind().text());
        }
        if (fact instanceof Fact.Claim claim) {
            return Map.of(
                    "kind", () -> claim.topic().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    "holds", () -> claim.holds().name().toLowerCase(Locale.ROOT));
        }
        if (fact instanceof Fact.Exposure exposure) {
            return Map.of(
                    "kind", () -> "exposes",
                    "holds", () -> exposure.toEverybody().name().toLowerCase(Locale.ROOT));
        }
        if (fact instanceof Fact.Retention kept) {
            return Map.of("kind", () -> "retention", "days", () -> days(kept, subject));
        }
        return Map.of("kind", () -> fact instanceof Fact.Owned ? "owned" : "reachable");
    }

    private static Value days(Fact.Retention kept, PolicySubject subject) {
        return subject.isSensitive(kept.at()) ? Value.sensitive(kept.days()) : kept.days();
    }
}
