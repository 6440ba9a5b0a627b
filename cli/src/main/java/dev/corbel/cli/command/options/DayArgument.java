package dev.corbel.cli.command.options;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads the day that {@code --as-of} names. */
public final class DayArgument {
    private DayArgument() {}

    /** The day; an error where the text is none. */
    public static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new DiagnosticsException(
                    Diagnostic.error(
                            "\"" + text + "\" is no date", "--as-of takes year-month-day, such as 2027-03-31."),
                    unreadable);
        }
    }
}
