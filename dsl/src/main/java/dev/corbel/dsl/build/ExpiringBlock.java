package dev.corbel.dsl.build;

import dev.corbel.dsl.declare.SubjectBlock;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Required;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.Value;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A block that lets something pass for a time: with a reason, an owner and an end, or it is an error. */
final class ExpiringBlock {
    private final SubjectBlock block;
    private final Required required;
    private final String title;
    private final int maxDays;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    /**
     * A block as it is written.
     *
     * @param title of it in messages
     * @param maxDays the longest time that it may hold
     */
    ExpiringBlock(Context context, SubjectBlock block, String title, int maxDays) {
        this.block = block;
        this.required = new Required(context.problems(), block.contents());
        this.title = title;
        this.maxDays = maxDays;
    }

    Optional<Value> literal(String name) {
        return required.literal(name);
    }

    /** A text that says something. */
    String text(String name) {
        String text = required.text(name, "-");
        if (text.isBlank()) {
            throw Problem.error(
                    "\"" + name + "\" of " + title + " is empty", "", "Say it in a few words.", place(name));
        }
        return text;
    }

    /** The last day; empty where it has a problem, which is noted, or is not there in this run. */
    Optional<LocalDate> until() {
        return required.literal("until").map(text -> until(text.toString(), place("until")));
    }

    private LocalDate until(String text, SourceRange place) {
        LocalDate until;
        try {
            until = LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Problem.error(
                    "\"" + text + "\" is no date",
                    "\"until\" is the last day on which the rule holds, in UTC.",
                    "Write it as year-month-day, such as '" + today.plusMonths(3) + "'.",
                    place);
        }
        if (until.isAfter(today.plusDays(maxDays))) {
            throw Problem.error(
                    "\"until\" of " + title + " is more than " + maxDays + " days ahead",
                    "A rule that holds longer is looked at by nobody again.",
                    "Write a day up to " + today.plusDays(maxDays) + ".",
                    place);
        }
        return until;
    }

    /** The place of a value; of the block where it is not written. */
    SourceRange place(String name) {
        DeclaredValue.Written written = block.contents().get(name);
        return written == null ? block.range() : written.valueRange();
    }
}
