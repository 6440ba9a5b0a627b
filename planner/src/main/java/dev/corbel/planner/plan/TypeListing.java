package dev.corbel.planner.plan;

import java.util.Locale;

/**
 * The answer to the question for all objects of a type.
 *
 * @param type its name
 */
public record TypeListing(String type, Outcome outcome) {

    /** The outcomes, the best first. */
    public enum Outcome {
        /** All were told. */
        LISTED,
        /** Objects of the type leave nothing to be listed. */
        NOT_LISTABLE,
        /** The credentials lack a permission. */
        NOT_PERMITTED,
        /** Nobody can tell. */
        FAILED;

        /** As reports write it, such as {@code not-listable}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
