package dev.corbel.planner.policy;

import dev.corbel.dsl.component.PoliticalAreas;
import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.dsl.model.Guardrails;
import dev.corbel.providers.api.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds backups to the area of their data, and to those that {@code backupAreas} lets them out to. */
final class BackupAreaRule implements Rule {
    @Override
    public String id() {
        return BuiltInPolicy.BACKUP_AREA.id();
    }

    @Override
    public void check(PolicySubjects subjects, Consumer<Verdict> verdicts) {
        subjects.components().stream()
                .filter(component -> component.kind().equals("region"))
                .forEach(region -> region.attributes()
                        .text("backupRegion")
                        .flatMap(name -> verdict(region, Optional.of(name), "backupRegion", subjects))
                        .ifPresent(verdicts));
        subjects.all().forEach(subject -> subject.facts(Fact.Stores.class)
                .filter(data -> BackupPlaces.isBackup(data, subject, subjects))
                .forEach(data -> stored(subject, data, subjects).ifPresent(verdicts)));
    }

    private static Optional<Verdict> stored(PolicySubject subject, Fact.Stores data, PolicySubjects subjects) {
        String attribute = data.at().toString();
        return data.region().filter(region -> region.isUnknown()).isPresent()
                ? Optional.of(Verdict.waiting(subject, attribute))
                : verdict(subject, RegionAreas.region(data, subject), attribute, subjects);
    }

    /** The verdict on a place; empty where there is no area that backups would have to stay in. */
    private static Optional<Verdict> verdict(
            PolicySubject subject, Optional<String> place, String attribute, PolicySubjects subjects) {
        Guardrails guardrails = subjects.guardrails();
        Optional<String> home = guardrails
                .residency()
                .map(Guardrails.Area::name)
                .or(() -> subjects.around(subject.address(), "region").flatMap(region -> subjects.regions()
                        .of(String.valueOf(region.address().last().label()))));
        if (home.isEmpty()) {
            return Optional.empty();
        }
        if (place.isEmpty()) {
            return Optional.of(Verdict.undetermined(
                    subject, "Nobody here can tell in which region " + subject.title() + " keeps backups"));
        }
        Optional<String> area = subjects.regions().of(place.get());
        if (area.isEmpty() && guardrails.residency().isEmpty()) {
            return Optional.empty();
        }
        List<String> allowed = new ArrayList<>(List.of(home.get()));
        allowed.addAll(guardrails.backupAreas());
        return Optional.of(
                area.filter(allowed::contains).isPresent()
                        ? Verdict.passed(subject)
                        : failed(subject, place.get(), area, attribute, home.get(), subjects));
    }

    private static Verdict failed(
            PolicySubject subject,
            String place,
            Optional<String> area,
            String attribute,
            String home,
            PolicySubjects subjects) {
        List<String> more = PoliticalAreas.ofBackups(home);
        Verdict failed = Verdict.failed(
                        subject,
                        subject.title() + " keeps backups in " + ResidencyRule.place(place, area) + "; data of "
                                + home + " is backed up in " + home
                                + (more.isEmpty() ? "" : " and, with backupAreas, " + String.join(", ", more)),
                        attribute)
                .withHint(hint(area, home, more, subjects));
        return failed.ofDataIn(home);
    }

    private static Optional<String> hint(
            Optional<String> area, String home, List<String> more, PolicySubjects subjects) {
        if (area.isEmpty() || !more.contains(area.get())) {
            return Optional.of("Choose a region in " + home + ".");
        }
        String allowing = "backupAreas = ['" + area.get() + "'] at the outermost level";
        return Optional.of(
                subjects.guardrails().residency().isPresent()
                        ? allowing + " lets backups lie there."
                        : "Choose a region in " + home + ", or let backups out: residency = '" + home + "' and "
                                + allowing + ".");
    }
}
