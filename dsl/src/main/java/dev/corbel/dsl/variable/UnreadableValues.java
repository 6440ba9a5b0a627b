package dev.corbel.dsl.variable;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.nio.file.Path;

/**
 * Tells where a file of values cannot be read. Parsers quote what they could not take, and here that may be a secret: the
 * problem has the place and words of its own, and is without the parser's exception, which logs would show.
 */
final class UnreadableValues {
    private UnreadableValues() {}

    static DiagnosticsException problem(Path file, String format, JsonProcessingException said) {
        Diagnostic problem = Diagnostic.error("The variable file " + file + " is no " + format, reason(said));
        JsonLocation place = said.getLocation();
        return new DiagnosticsException(
                place != null && place.getLineNr() > 0
                        ? problem.at(
                                SourceRange.at(file.toString(), place.getLineNr(), Math.max(1, place.getColumnNr())))
                        : problem);
    }

    private static String reason(JsonProcessingException said) {
        if (said instanceof JsonEOFException) {
            return "It ends too early.";
        }
        if (said instanceof MismatchedInputException) {
            return "Something follows its end.";
        }
        return said.getOriginalMessage().startsWith("Duplicate field")
                ? "A name stands twice in one map."
                : "What stands here does not belong here. It is not shown, since it may be a secret.";
    }
}
