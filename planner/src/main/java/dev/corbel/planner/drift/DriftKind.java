package dev.corbel.planner.drift;

import java.util.Locale;

/** The kind of difference that a finding is. */
public enum DriftKind {
    /** An attribute that the definition sets has another value. */
    CHANGED("An attribute that the definition sets was changed outside of Corbel."),
    /** The object is not there. */
    DELETED("An object was deleted outside of Corbel."),
    /** Somebody deleted the object and made another one in its place. */
    RECREATED("An object was deleted and made anew outside of Corbel."),
    /** An attribute that the definition leaves open has another value than after the last run. */
    OPEN("An attribute that the definition leaves open was changed outside of Corbel."),
    /** An object in or on one of ours that nobody declared. */
    ATTACHED("An object was added in or on one that Corbel manages, and nobody declared it."),
    /** The object has our mark, and state does not know it. */
    ORPHAN("An object was made by Corbel, and no state knows it."),
    /** The object is nobody's. */
    UNMANAGED("An object is there that Corbel does not manage."),
    /** The objects do not pass a policy, although the definition does not say so. */
    VIOLATION("Something was changed outside of Corbel that a policy does not let pass."),
    /** Nobody can tell. */
    UNREADABLE("An object could not be read."),
    /** The definition says something that was not applied yet. */
    PENDING("The definition says something that was not applied yet."),
    /** The object was changed to what the definition says. */
    CONVERGED("An attribute was changed outside of Corbel to what the definition says."),
    /** A killed run did not learn what came of a call. */
    INTERRUPTED("An earlier run was ended before it learned what came of a call."),
    /** Another run is at work on it. */
    IN_PROGRESS("Another run is at work."),
    /** A rule that ignores drift no longer holds. */
    EXPIRED_RULE("The time of a rule that ignores drift is over."),
    /** A rule that ignores drift has nothing to ignore. */
    UNUSED_RULE("A rule that ignores drift has nothing to ignore.");

    private final String description;

    DriftKind(String description) {
        this.description = description;
    }

    /** As reports write it, such as {@code in-progress}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A sentence for people. */
    public String description() {
        return description;
    }
}
