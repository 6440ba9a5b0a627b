package dev.corbel.providers.api.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads paths as people write them: {@code tags["a.b"].c}, {@code rule[0].port}, {@code rule.0.port}. */
final class ValuePathParser {
    private static final Pattern NAME = Pattern.compile("[^.\\[\\]'\"\\s]+");
    private static final Pattern POSITION = Pattern.compile("\\d{1,9}");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'");

    private final String text;
    private int at;

    ValuePathParser(String text) {
        this.text = text;
    }

    /** The path; empty where the text is none. */
    Optional<ValuePath> parse() {
        Optional<String> first = token(NAME);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        ValuePath path = ValuePath.of(first.get());
        while (at < text.length()) {
            Optional<ValuePath.Step> step = step();
            if (step.isEmpty()) {
                return Optional.empty();
            }
            path = step.get() instanceof ValuePath.Index index
                    ? path.then(index.index())
                    : path.then(((ValuePath.Name) step.get()).name());
        }
        return Optional.of(path);
    }

    private Optional<ValuePath.Step> step() {
        char opening = text.charAt(at);
        at++;
        if (opening != '.' && opening != '[') {
            return Optional.empty();
        }
        Optional<ValuePath.Step> step = quoted().or(this::plain);
        if (opening == '[' && step.isPresent() && !closes()) {
            return Optional.empty();
        }
        return step;
    }

    private boolean closes() {
        boolean found = at < text.length() && text.charAt(at) == ']';
        at++;
        return found;
    }

    private Optional<ValuePath.Step> quoted() {
        return token(QUOTED)
                .map(found -> new ValuePath.Name(
                        found.substring(1, found.length() - 1).replaceAll("\\\\(.)", "$1")));
    }

    private Optional<ValuePath.Step> plain() {
        return token(NAME)
                .map(found -> POSITION.matcher(found).matches()
                        ? new ValuePath.Index(Integer.parseInt(found))
                        : new ValuePath.Name(found));
    }

    private Optional<String> token(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group());
    }
}
