package dev.corbel.planner.drift;

import dev.corbel.planner.plan.AttachedObjects;
import dev.corbel.planner.plan.RecreatedObject;
import dev.corbel.planner.plan.StrayObject;
import dev.corbel.planner.plan.StrayObjects.Unsearched;
import dev.corbel.planner.plan.Survey;
import dev.corbel.providers.api.ReadableType.AttachedObject;
import dev.corbel.providers.api.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells the objects that are in no state and in or on none of its objects. */
final class StrayComparison {
    private final Survey survey;
    private final Set<Key> told = new HashSet<>();

    private record Key(String type, String id) {}

    StrayComparison(Survey survey) {
        this.survey = survey;
        for (RecreatedObject recreated : survey.recreated()) {
            recreated
                    .id()
                    .ifPresent(id -> told.add(new Key(recreated.address().last().type(), id)));
        }
        for (AttachedObjects attached : survey.attached()) {
            for (AttachedObject object : attached.found().objects()) {
                told.add(new Key(object.type(), object.id()));
            }
        }
    }

    void addTo(List<Finding> findings) {
        survey.strays().objects().stream()
                .filter(object -> told.add(new Key(object.type(), object.id())))
                .forEach(object -> findings.add(finding(object)));
        survey.strays().unsearched().forEach(place -> findings.add(unreadable(place)));
    }

    private static Finding finding(StrayObject object) {
        return switch (object.origin()) {
            case OPERATION ->
                found(DriftKind.ORPHAN, DriftSeverity.MEDIUM, object)
                        .withDetail("It bears the id of an operation of Corbel, and is in no state of this project.");
            case DEFAULT_TAGS ->
                found(DriftKind.ORPHAN, DriftSeverity.MEDIUM, object)
                        .withDetail("It bears the default tags, and is in no state of this project.");
            case LISTED -> found(DriftKind.UNMANAGED, DriftSeverity.LOW, object);
        };
    }

    private static Finding found(DriftKind kind, DriftSeverity severity, StrayObject object) {
        return Finding.of(kind, severity, Optional.empty(), object.type())
                .withId(Optional.of(object.id()))
                .withValues(Optional.empty(), Value.ofNull(), object.attributes());
    }

    private static Finding unreadable(Unsearched place) {
        return Finding.of(DriftKind.UNREADABLE, DriftSeverity.NOTE, Optional.empty(), place.type())
                .withId(place.id())
                .withDetail(AttachedComparison.told(place.reason().reason()))
                .because(AttachedComparison.text(place.reason().cause()));
    }
}
