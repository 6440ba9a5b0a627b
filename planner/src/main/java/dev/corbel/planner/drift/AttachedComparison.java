package dev.corbel.planner.drift;

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
    private final KnownObjects known;
    private final AttachedObjects attached;

    AttachedComparison(KnownObjects known, DefinitionPlaces places, AttachedObjects attached) {
        this.known = known;
        this.places = places;
        this.attached = attached;
    }

    void addTo(List<Finding> findings) {
        attached.found().unreadable().ifPresent(reason -> findings.add(unreadable(reason)));
        attached.found().objects().stream()
                .filter(object -> !known.has(object.type(), object.id(), object.attributes()))
                .forEach(object -> findings.add(finding(object)));
    }

    private Finding finding(AttachedObject object) {
        return new Finding(
                DriftKind.ATTACHED,
                object.danger().isPresent() ? DriftSeverity.HIGH : DriftSeverity.MEDIUM,
                Optional.of(attached.parent()),
                object.type(),
                Optional.of(object.id()),
                Optional.empty(),
                Value.ofNull(),
                object.attributes(),
                places.of(attached.parent()),
                object.danger().map(danger -> "It " + danger + ".").orElse(""),
                Optional.empty(),
                Optional.empty());
    }

    private Finding unreadable(ReadResult.Unreadable reason) {
        return new Finding(
                DriftKind.UNREADABLE,
                DriftSeverity.NOTE,
                Optional.of(attached.parent()),
                attached.type(),
                Optional.empty(),
                Optional.empty(),
                Value.ofNull(),
                Value.ofNull(),
                places.of(attached.parent()),
                told(reason.reason()),
                Optional.of(text(reason.cause())),
                Optional.empty());
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
