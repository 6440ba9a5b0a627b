package dev.corbel.planner.policy;

import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.dsl.model.Guardrails;
import dev.corbel.planner.plan.PolicyOutcome;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds data of all kinds but backups to the area that {@code residency} names. */
final class ResidencyRule implements Rule {
    private final Optional<BackendDeclaration> backend;

    /** @param backend where state is kept */
    ResidencyRule(Optional<BackendDeclaration> backend) {
        this.backend = backend;
    }

    @Override
    public String id() {
        return BuiltInPolicy.RESIDENCY.id();
    }

    @Override
    public void check(PolicySubjects subjects, Consumer<Verdict> verdicts) {
        Optional<Guardrails.Area> residency = subjects.guardrails().residency();
        if (residency.isEmpty()) {
            return;
        }
        String home = residency.get().name();
        subjects.components().stream()
                .filter(component -> component.kind().equals("region"))
                .forEach(region -> verdicts.accept(
                        region(region, String.valueOf(region.address().last().label()), home, subjects)));
        backend.flatMap(block -> state(block, home, subjects)).ifPresent(verdicts);
        for (PolicySubject subject : subjects.resources()) {
            List<Fact.Stores> data = subject.facts(Fact.Stores.class)
                    .filter(stored -> !BackupPlaces.isBackup(stored, subject, subjects))
                    .toList();
            data.forEach(stored -> verdicts.accept(stored(subject, stored, home, subjects)));
            if (subject.holdsData()
                    && !subject.isEnding()
                    && subject.facts(Fact.Stores.class).findAny().isEmpty()) {
                verdicts.accept(Verdict.undetermined(
                        subject, "Nobody here can tell where " + subject.title() + " keeps its data"));
            }
        }
    }

    private static Verdict region(PolicySubject region, String name, String home, PolicySubjects subjects) {
        Optional<String> area = subjects.regions().of(name);
        if (area.filter(home::equals).isPresent()) {
            return Verdict.passed(region);
        }
        Verdict failed = area.isEmpty()
                ? unknown(Verdict.failed(region, unknown(name), "area"))
                : Verdict.failed(
                        region,
                        "The region \"" + name + "\" lies in " + area.get() + ", but residency = '" + home + "'",
                        "");
        return failed.ofDataIn(home);
    }

    private static Optional<Verdict> state(BackendDeclaration block, String home, PolicySubjects subjects) {
        return block.configuration().text("region").map(name -> {
            Optional<String> area = subjects.regions().of(name);
            boolean passes = area.filter(home::equals).isPresent();
            Verdict verdict = new Verdict(
                    passes ? PolicyOutcome.PASSED : PolicyOutcome.FAILED,
                    Optional.empty(),
                    passes ? "" : "The state is kept in " + place(name, area) + ", but residency = '" + home + "'",
                    Optional.of("state.region"),
                    Optional.ofNullable(block.places().get("region")).or(() -> Optional.of(block.range())),
                    Optional.empty(),
                    true);
            return verdict.ofDataIn(home);
        });
    }

    private static Verdict stored(PolicySubject subject, Fact.Stores data, String home, PolicySubjects subjects) {
        if (data.region().filter(region -> region.isUnknown()).isPresent()) {
            return Verdict.waiting(subject, data.at().toString());
        }
        Optional<String> name = RegionAreas.region(data, subject);
        if (name.isEmpty()) {
            return Verdict.undetermined(
                    subject,
                    "Nobody here can tell in which region " + subject.title() + " keeps its "
                            + data.kind().text() + " data");
        }
        Optional<String> area = subjects.regions().of(name.get());
        if (area.filter(home::equals).isPresent()) {
            return Verdict.passed(subject);
        }
        Verdict failed = Verdict.failed(
                subject,
                subject.title() + " keeps " + words(data.kind()) + " in " + place(name.get(), area)
                        + ", but residency = '" + home + "'",
                data.at().toString());
        Verdict hinted = area.isEmpty() ? unknown(failed) : failed;
        return hinted.ofDataIn(home);
    }

    /** The data as messages call it. */
    static String words(DataKind kind) {
        return switch (kind) {
            case PRIMARY -> "primary data";
            case REPLICA -> "a replica";
            case BACKUP -> "backups";
            case LOG -> "logs";
            case STATE -> "state";
        };
    }

    /** A region with its area. */
    static String place(String region, Optional<String> area) {
        return region + " (" + area.orElse("nobody here knows where that is") + ")";
    }

    private static String unknown(String region) {
        return "Nobody here knows where the region \"" + region + "\" lies";
    }

    private static Verdict unknown(Verdict verdict) {
        return verdict.withHint(Optional.of("Say it in the region's block, such as area = 'EU'."));
    }
}
