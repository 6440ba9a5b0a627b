package dev.corbel.dsl.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Functions of regular expressions in RE2's syntax, which takes linear time whatever the pattern. */
final class Matching {
    private Matching() {}

    static Value regex(Arguments given) {
        Matcher matcher = matcher(given);
        if (!matcher.find()) {
            throw given.wrong(0, "does not match \"" + given.text(1) + "\"");
        }
        return result(matcher);
    }

    static Value regexall(Arguments given) {
        Matcher matcher = matcher(given);
        List<Value> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(result(matcher));
        }
        return Value.list(found);
    }

    /** Replaces a text, or a pattern between slashes, whose groups the replacement calls $1. */
    static Value replace(Arguments given) {
        String wanted = given.text(1);
        if (wanted.length() < 2 || !wanted.startsWith("/") || !wanted.endsWith("/")) {
            return Value.of(given.text(0).replace(wanted, given.text(2)));
        }
        try {
            return Value.of(Pattern.compile(wanted.substring(1, wanted.length() - 1))
                    .matcher(given.text(0))
                    .replaceAll(given.text(2)));
        } catch (PatternSyntaxException | IndexOutOfBoundsException wrong) {
            throw given.wrong(1, "must be a regular expression, but " + wrong.getMessage());
        }
    }

    private static Matcher matcher(Arguments given) {
        try {
            Matcher matcher = Pattern.compile(given.text(0)).matcher(given.text(1));
            int names = matcher.pattern().namedGroups().size();
            if (names != 0 && names != matcher.groupCount()) {
                throw given.wrong(0, "must give names to all groups or to none");
            }
            return matcher;
        } catch (PatternSyntaxException wrong) {
            throw given.wrong(0, "must be a regular expression, but " + wrong.getDescription());
        }
    }

    /** The text, or the groups: by name where they have names. */
    private static Value result(Matcher matcher) {
        if (matcher.groupCount() == 0) {
            return Value.of(matcher.group());
        }
        Map<String, Integer> names = matcher.pattern().namedGroups();
        if (!names.isEmpty()) {
            Map<String, Value> groups = new TreeMap<>();
            names.forEach((name, position) -> groups.put(name, group(matcher, position)));
            return Value.map(groups);
        }
        List<Value> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(group(matcher, i));
        }
        return Value.list(groups);
    }

    private static Value group(Matcher matcher, int position) {
        String text = matcher.group(position);
        return text == null ? Value.ofNull() : Value.of(text);
    }
}
