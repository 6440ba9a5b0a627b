package dev.corbel.engine.drift;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a literal in a definition.
 *
 * @param start the first character, counted from 0
 * @param end the character after the last one
 */
record LiteralPlace(int start, int end) {
    private static final Pattern ASSIGNED = Pattern.compile("(\\w+)\\s*=(?!=)\\s*");
    private static final Pattern TEXT = Pattern.compile("'(?:[^'\\\\\\n]|\\\\.)*+'|\"(?:[^\"\\\\$\\n]|\\\\.)*+\"");
    private static final Pattern CONSTANT = Pattern.compile("-?\\d+(?:\\.\\d+)?\\b|(?:true|false|null)\\b");

    /** Commas, colons and spaces, and keys of maps. */
    private static final Pattern BETWEEN = Pattern.compile("[,:\\s]|[A-Za-z_]\\w*(?=\\s*:)");

    /** A statement goes on after anything else. */
    private static final Pattern OVER = Pattern.compile("[ \\t]*(?:[;}\\r\\n]|//|\\z)");

    /**
     * The literal that an attribute is set to.
     *
     * @param offset of the name of the attribute
     * @return empty where something else than a literal is there
     */
    static Optional<LiteralPlace> of(String content, int offset, String attribute) {
        if (offset < 0 || offset > content.length()) {
            return Optional.empty();
        }
        Matcher assigned = at(ASSIGNED, content, offset);
        if (!assigned.lookingAt() || !assigned.group(1).equals(attribute)) {
            return Optional.empty();
        }
        int end = end(content, assigned.end());
        return end > 0 && at(OVER, content, end).lookingAt()
                ? Optional.of(new LiteralPlace(assigned.end(), end))
                : Optional.empty();
    }

    private static Matcher at(Pattern pattern, String content, int offset) {
        return pattern.matcher(content).region(offset, content.length()).useTransparentBounds(true);
    }

    /** The end of a scalar, or of a list or map of literals; -1 where it is none. */
    private static int end(String content, int start) {
        int depth = 0;
        int place = start;
        do {
            int next = scalarEnd(content, place);
            if (next < 0 && place < content.length()) {
                char character = content.charAt(place);
                if (character == '[') {
                    depth++;
                    next = place + 1;
                } else if (character == ']' && depth > 0) {
                    depth--;
                    next = place + 1;
                } else if (depth > 0) {
                    Matcher between = at(BETWEEN, content, place);
                    next = between.lookingAt() ? between.end() : -1;
                }
            }
            if (next < 0) {
                return -1;
            }
            place = next;
        } while (depth > 0);
        return place;
    }

    private static int scalarEnd(String content, int start) {
        Matcher text = at(TEXT, content, start);
        if (text.lookingAt()) {
            return text.end();
        }
        Matcher constant = at(CONSTANT, content, start);
        return constant.lookingAt() ? constant.end() : -1;
    }
}
