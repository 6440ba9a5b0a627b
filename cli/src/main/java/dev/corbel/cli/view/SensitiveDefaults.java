package dev.corbel.cli.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the default values of sensitive variables in a source text. It goes by the text alone: excerpts are shown of
 * sources that cannot be parsed, too. Where it is in doubt, it takes more for a secret rather than less.
 */
final class SensitiveDefaults {
    private static final Pattern VARIABLE = Pattern.compile("\\bvariable\\b(?!\\s*[.\\[])[^\\n{}]*\\{");
    private static final Pattern SENSITIVE = Pattern.compile("\\bsensitive\\b['\"]?\\s*+=\\s*+(?!false\\b)");
    private static final Pattern DEFAULT = Pattern.compile("\\bdefaultValue\\b['\"]?\\s*=\\s*");

    private SensitiveDefaults() {}

    /** A part of the text: offsets from the first character to the one behind the last. */
    record Region(int from, int to) {}

    /** All of them, in order. */
    static List<Region> in(String source) {
        if (!SENSITIVE.matcher(source).find()) {
            return List.of();
        }
        List<Region> regions = new ArrayList<>();
        String code = CodeOutline.of(source);
        Matcher variable = VARIABLE.matcher(code);
        int from = 0;
        while (variable.find(from)) {
            int end = endOfBlock(code, variable.end());
            if (SENSITIVE.matcher(source).region(variable.end(), end).find()) {
                collect(source, code, variable.end(), end, regions);
            }
            from = end;
        }
        return regions;
    }

    private static void collect(String source, String code, int from, int to, List<Region> regions) {
        Matcher value = DEFAULT.matcher(source).region(from, to);
        while (value.find()) {
            int end = endOfValue(code, value.end(), to);
            String text = source.substring(value.end(), end).stripTrailing();
            regions.add(new Region(value.end(), value.end() + text.length()));
            if (end >= to) {
                return;
            }
            value.region(end, to);
        }
    }

    private static int endOfBlock(String code, int start) {
        int depth = 1;
        for (int i = start; i < code.length(); i++) {
            char c = code.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return code.length();
    }

    /** Up to the end of the statement: a line that is complete, with all brackets closed. */
    private static int endOfValue(String code, int start, int limit) {
        int depth = 0;
        char last = ' ';
        for (int i = start; i < limit; i++) {
            char c = code.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            boolean endsHere = c == ';' || (c == '\n' && "+-*/?:.,=&|<>".indexOf(last) < 0 && !goesOn(code, i));
            if (depth < 0 || (depth == 0 && endsHere)) {
                return i;
            }
            last = Character.isWhitespace(c) ? last : c;
        }
        return limit;
    }

    private static boolean goesOn(String code, int lineBreak) {
        for (int i = lineBreak; i < code.length(); i++) {
            if (!Character.isWhitespace(code.charAt(i))) {
                return ".?:+".indexOf(code.charAt(i)) >= 0;
            }
        }
        return false;
    }
}
