package dev.corbel.dsl.syntax;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what Groovy's parser says in words for people who write definitions. */
final class SyntaxErrors {
    private static final Pattern UNEXPECTED =
            Pattern.compile("Unexpected (?:input|character): '(.*)'.*", Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("Missing '(.+?)'.*", Pattern.DOTALL);

    /** A minus that stands before a word which is no number, on which Groovy's parser breaks off. */
    private static final Pattern NEGATED_WORD =
            Pattern.compile("(?:^|[^\\w)\\]}'\"\\s]|\\breturn)\\s*(-\\s*(true|false|null))\\b");

    private SyntaxErrors() {}

    /** Explains a text that the parser broke off at, which says neither what nor where. */
    static Diagnostic explainBreak(SourceText source, String text) {
        String masked = new CodeMask(text).text();
        Matcher negated = NEGATED_WORD.matcher(masked);
        if (!negated.find()) {
            return Diagnostic.error("Groovy's parser cannot read this file", "It broke off without saying where.")
                    .withHint("Look for an operator before a value that it cannot take.")
                    .at(source.range(1, 1, 1, 2));
        }
        int line = 1
                + (int) masked.substring(0, negated.start(1))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        int column = negated.start(1) - masked.lastIndexOf('\n', negated.start(1) - 1);
        int length = negated.group(1).length();
        return Diagnostic.error("The value behind - is " + negated.group(2), "Only numbers have a negative.")
                .at(source.range(line, column, line, column + length));
    }

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
