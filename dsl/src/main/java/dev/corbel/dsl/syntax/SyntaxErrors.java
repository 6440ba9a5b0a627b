package dev.corbel.dsl.syntax;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what Groovy's parser says in words for people who write definitions. */
final class SyntaxErrors {
    private static final Pattern UNEXPECTED =
            Pattern.compile("Unexpected (?:input|character): '(.*)'.*", Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("Missing '(.+?)'.*", Pattern.DOTALL);

    private SyntaxErrors() {}

    static Diagnostic explain(String message) {
        Matcher missing = MISSING.matcher(message);
        if (missing.matches()) {
            return Diagnostic.error("Syntax error: a \"" + missing.group(1) + "\" is missing", "");
        }
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (!unexpected.matches()) {
            return Diagnostic.error("Syntax error: " + message.replaceAll("\\s*@ line.*", ""), "");
        }
        String input = unexpected.group(1);
        String last =
                input.lines().reduce((first, second) -> second).orElse(input).strip();
        return Diagnostic.error("Syntax error: unexpected \"" + last(last) + "\"", "");
    }

    /** The parser repeats all that it has read of the statement; what disturbs it is the end. */
    private static String last(String input) {
        return input.length() <= 40 ? input : "…" + input.substring(input.length() - 30);
    }
}
