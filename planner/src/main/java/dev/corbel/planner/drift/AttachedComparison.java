package dev.corbel.planner.drift;

import dev.corbel.dsl.model.DefinitionPlaces;
import dev.corbel.planner.object.ObjectIndex;
import dev.corbel.planner.plan.AttachedObjects;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.AttachedObject;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells the objects in or on one parent that no state knows. */
final class AttachedComparison {
    private final DefinitionPlaces places;
    private final ObjectIndex known;
    private final AttachedObjects attached;

    AttachedComparison(ObjectIndex known, DefinitionPlaces places, AttachedObjects attached) {
        this.known = known;
        this.places = places;
        this.attached = attached;
    }

    void addTo(List<Finding> findings) {
        attached.found().unreadable().ifPresent(reason -> findings.add(unreadable(reason)));
        added().forEach(object -> findings.add(finding(object)));
    }

    /** The objects that no state knows. */
    List<AttachedObject> added() {
        return attached.found().objects().stream()
                .filter(object -> !known.has(object.type(), object.id(), object.attributes()))
                .toList();
    }

    private Finding finding(AttachedObject object) {
        DriftSeverity severity = object.danger().isPresent() ? DriftSeverity.HIGH : DriftSeverity.MEDIUM;
        return Finding.of(DriftKind.ATTACHED, severity, Optional.of(attached.parent()), object.type())
                .withId(Optional.of(object.id()))
                .withValues(Optional.empty(), Value.ofNull(), object.attributes())
                .at(places.nearest(attached.parent()))
                .withDetail(object.danger().map(danger -> "It " + danger + ".").orElse(""));
    }

    private Finding unreadable(ReadResult.Unreadable reason) {
        return Finding.of(DriftKind.UNREADABLE, DriftSeverity.NOTE, Optional.of(attached.parent()), attached.type())
                .at(places.nearest(attached.parent()))
                .withDetail(told(reason.reason()))
                .because(text(reason.cause()));
    }

    static String text(ReadResult.Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    /** A diagnostic as sentences. */
    static String told(Diagnostic reason) {
        String summary = reason.summary() + (reason.summary().endsWith(".") ? "" : ".");
        String detail = reason.detail().isEmpty() ? "" : " " + reason.detail();
        return summary + detail + reason.hint().map(hint -> " " + hint).orElse("");
    }
}
