package dev.corbel.dsl.function;

import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Terraform's functions of texts that definitions write as methods of Groovy, for its templates. */
final class TextIdioms {
    /** What people take for one character. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{Nd}_])\\p{L}");
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]+$");

    static final Map<String, Idiom> ALL = Map.ofEntries(
            text("chomp", text -> LINE_ENDS.matcher(text).replaceFirst("")),
            text("lower", text -> text.toLowerCase(Locale.ROOT)),
            text("upper", text -> text.toUpperCase(Locale.ROOT)),
            text("title", text -> WORD.matcher(text)
                    .replaceAll(first -> Matcher.quoteReplacement(first.group().toUpperCase(Locale.ROOT)))),
            text("trimspace", String::strip),
            text("strrev", TextIdioms::reversed),
            text("base64encode", text -> Base64.getEncoder().encodeToString(bytes(text))),
            Map.entry("base64decode", Idiom.of(TextIdioms::decode, Type.STRING)),
            text("md5", text -> digest("MD5", text)),
            text("sha1", text -> digest("SHA-1", text)),
            text("sha256", text -> digest("SHA-256", text)),
            text("sha512", text -> digest("SHA-512", text)),
            text(
                    "basename",
                    text -> text.isEmpty() ? "." : cut(text).substring(cut(text).lastIndexOf('/') + 1)),
            text("dirname", TextIdioms::folder),
            Map.entry("endswith", truth(given -> given.text(0).endsWith(given.text(1)))),
            Map.entry("startswith", truth(given -> given.text(0).startsWith(given.text(1)))),
            Map.entry("strcontains", truth(given -> given.text(0).contains(given.text(1)))),
            Map.entry(
                    "trimprefix",
                    ofTwo((text, prefix) -> text.startsWith(prefix) ? text.substring(prefix.length()) : text)),
            Map.entry(
                    "trimsuffix",
                    ofTwo((text, suffix) ->
                            text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text)),
            Map.entry("trim", ofTwo(TextIdioms::trim)),
            Map.entry("split", Idiom.of(given -> split(given.text(0), given.text(1)), Type.STRING, Type.STRING)),
            Map.entry("join", Idiom.ofRest(TextIdioms::join, Type.STRING, Type.list(Type.STRING))),
            Map.entry("indent", Idiom.of(TextIdioms::indent, Type.NUMBER, Type.STRING)),
            Map.entry("replace", Idiom.of(Matching::replace, Type.STRING, Type.STRING, Type.STRING)),
            Map.entry("substr", Idiom.of(TextIdioms::part, Type.STRING, Type.NUMBER, Type.NUMBER)));

    private TextIdioms() {}

    private static Map.Entry<String, Idiom> text(String name, UnaryOperator<String> made) {
        return Map.entry(name, Idiom.of(given -> Value.of(made.apply(given.text(0))), Type.STRING));
    }

    private static Idiom truth(Function<Arguments, Boolean> test) {
        return Idiom.of(given -> Value.of(test.apply(given)), Type.STRING, Type.STRING);
    }

    private static Idiom ofTwo(java.util.function.BinaryOperator<String> made) {
        return Idiom.of(given -> Value.of(made.apply(given.text(0), given.text(1))), Type.STRING, Type.STRING);
    }

    static List<String> characters(String text) {
        return CHARACTER.matcher(text).results().map(found -> found.group()).toList();
    }

    private static String reversed(String text) {
        List<String> characters = new ArrayList<>(characters(text));
        java.util.Collections.reverse(characters);
        return String.join("", characters);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Value decode(Arguments given) {
        try {
            return Value.of(new String(Base64.getDecoder().decode(given.text(0)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException wrong) {
            throw new Arguments.WrongArgumentException("The text of base64decode(…) is not base64", wrong);
        }
    }

    private static String digest(String algorithm, String text) {
        return HexFormat.of().formatHex(Digests.of(algorithm, bytes(text)));
    }

    private static String cut(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String folder(String path) {
        int last = path.lastIndexOf('/');
        return last < 0 ? "." : last == 0 ? "/" : path.substring(0, last);
    }

    private static String trim(String text, String characters) {
        int start = 0;
        int end = text.length();
        while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static Value split(String separator, String text) {
        List<String> parts = separator.isEmpty() ? characters(text) : List.of(text.split(Pattern.quote(separator), -1));
        return Value.list(parts.stream().map(Value::of).toList());
    }

    private static Value join(Arguments given) {
        List<String> parts = new ArrayList<>();
        for (int i = 1; i < given.size(); i++) {
            for (Value part : given.list(i)) {
                if (part.isNull()) {
                    throw given.wrong(i, "has an element that is null");
                }
                parts.add(part.toString());
            }
        }
        return Value.of(String.join(given.text(0), parts));
    }

    private static Value indent(Arguments given) {
        String blanks = " ".repeat(given.whole(0, 0, 1000));
        return Value.of(given.text(1).replace("\n", "\n" + blanks));
    }

    private static Value part(Arguments given) {
        List<String> characters = characters(given.text(0));
        int size = characters.size();
        int offset = given.whole(1, -Integer.MAX_VALUE, Integer.MAX_VALUE);
        int length = given.whole(2, -Integer.MAX_VALUE, Integer.MAX_VALUE);
        int start = Math.min(size, Math.max(0, offset < 0 ? offset + size : offset));
        long end = length < 0 ? size : Math.min(size, (long) start + length);
        return Value.of(characters.subList(start, (int) end).stream().collect(Collectors.joining()));
    }
}
