package dev.corbel.dsl.model;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets a policy fail somewhere for a time.
 *
 * @param policy the id of it
 * @param scope the addresses at which it may fail
 * @param reason for people
 * @param control what is done instead; there is one where the category is mitigated
 * @param owner who answers for it
 * @param ticket where it was decided
 * @param until the last day on which it holds, in UTC
 */
public record Waiver(
        String policy,
        AddressPattern scope,
        Category category,
        String reason,
        Optional<String> control,
        String owner,
        String ticket,
        LocalDate until,
        SourceRange range) {

    /** The longest time that a waiver may hold, in days. */
    public static final int MAX_DAYS = 366;

    private static final String EVERYTHING_IN = "/**";

    /** Tells whether it is about something: about all in a component where the scope ends with {@code /**}, and the component itself. */
    public boolean covers(Address address) {
        String text = scope.toString();
        return scope.matches(address)
                || (text.endsWith(EVERYTHING_IN)
                        && AddressPattern.parse(text.substring(0, text.length() - EVERYTHING_IN.length()))
                                .matches(address));
    }

    /** The days from a day to its last one; negative where it is over. */
    public long daysLeft(LocalDate day) {
        return ChronoUnit.DAYS.between(day, until);
    }

    /** The answer to the risk. */
    public enum Category {
        /** It is taken. */
        WAIVED,
        /** Something else is done against it. */
        MITIGATED;

        /** The word in definitions and reports. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
