package dev.corbel.dsl.variable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.NumberValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the number in a file of variables that no value can be. */
final class LongNumbers {
    private LongNumbers() {}

    /** The problem, at the first such number. */
    static Diagnostic problem(ObjectMapper mapper, Path file) {
        Diagnostic problem = Diagnostic.error(
                "A number in the variable file " + file + " is too large or too long", NumberValue.LIMIT);
        try (JsonParser parser = mapper.createParser(Files.readString(file))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric() && !NumberValue.fits(parser.getDecimalValue())) {
                    var place = parser.currentTokenLocation();
                    return problem.at(SourceRange.at(file.toString(), place.getLineNr(), place.getColumnNr()));
                }
            }
        } catch (IOException gone) {
            // The problem is told without its place.
        }
        return problem;
    }
}
