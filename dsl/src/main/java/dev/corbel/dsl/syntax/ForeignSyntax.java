package dev.corbel.dsl.syntax;

import dev.corbel.dsl.language.Hint.Place;
import dev.corbel.dsl.language.Hints;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the syntax of Terraform, JSON and YAML, which Groovy's parser complains about somewhere else. */
final class ForeignSyntax {
    private static final Pattern BLOCK = Pattern.compile(
            "^\\s*(resource|data|variable|output|module|provider|check|backend)((?:\\s+\"[^\"]*\")+)\\s*\\{");

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "^\\s*()[{,]?\\s*\"\\s*\"\\s*:\\s*[{\\[\"\\d]",
                    "This is JSON",
                    found -> "A definition is Groovy: "
                            + "name = value, and blocks name { … }. Values of variables can come from JSON, with --var-file."),
            new Rule(
                    "^\\s*()[\\w-]+:\\s*$",
                    "This is YAML",
                    found -> "A definition is Groovy: name = value, and blocks "
                            + "name { … }. Values of variables can come from YAML, with --var-file."),
            new Rule("^\\s*()#", "Comments do not begin with #", found -> "Write // instead."),
            new Rule(
                    "=\\s*()<<[-~]?\\w+\\s*$",
                    "There are no heredocs",
                    found -> "Write the text in three quotes, "
                            + "'''…'''.stripIndent(), which may have several lines."),
            new Rule(
                    "()[\\[{]\\s*for\\s+\\w+.*\\bin\\b.*:",
                    "There are no for expressions",
                    found -> "Write "
                            + "list.collect { item -> … }, map.collectEntries { key, value -> … }, or findAll { … } before it."),
            new Rule(
                    "^\\s*()default\\s*=(?!=)",
                    "\"default\" is a word of Groovy",
                    found -> hint(Place.ATTRIBUTE, "default")),
            new Rule("^\\s*()import\\s*\\{", "There is no block \"import\"", found -> hint(Place.BLOCK, "import")),
            new Rule("()(?<![\\w.])try\\s*\\(", "\"try\" is a word of Groovy", found -> hint(Place.CALL, "try")));

    private static final Pattern COMMA = Pattern.compile("=(?![=~>]).*?()(,)\\s*[A-Za-z_]\\w*\\s*=(?![=~>])");

    private final String file;
    private final List<String> lines;
    private final List<String> masked;
    private final CodeMask mask;

    /**
     * A form of another language.
     *
     * @param pattern on a line without what stands in quotes and comments; its first group is where it begins
     */
    private record Rule(Pattern pattern, String summary, Function<MatchResult, String> hint) {
        Rule(String pattern, String summary, Function<MatchResult, String> hint) {
            this(Pattern.compile(pattern), summary, hint);
        }
    }

    private ForeignSyntax(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
        this.mask = new CodeMask(text);
        this.masked = mask.text().lines().toList();
    }

    /** The first foreign form in a file that Groovy cannot read. */
    static Optional<Diagnostic> find(String file, String text) {
        return new ForeignSyntax(file, text).find();
    }

    /** The problem of a block of Terraform that begins in this line, with the text to write instead. */
    static Optional<Diagnostic> block(String file, int number, String line) {
        Matcher block = BLOCK.matcher(line);
        if (!block.find()) {
            return Optional.empty();
        }
        String labels = block.group(2).strip().replaceAll("\"\\s+\"", "\", \"").replace('"', '\'');
        return Optional.of(Diagnostic.error("This is Terraform's form of a block", "")
                .withHint("Write " + block.group(1) + "(" + labels + ") { … }.")
                .at(SourceRange.at(file, number, block.start(1) + 1)));
    }

    private static String hint(Place place, String word) {
        return Hints.find(place, word).orElseThrow();
    }

    private Optional<Diagnostic> find() {
        if (mask.unclosedComment() >= 0) {
            return Optional.of(unclosed(mask.unclosedComment()));
        }
        Deque<Character> open = new ArrayDeque<>();
        for (int i = 0; i < masked.size(); i++) {
            // In brackets and parentheses colons and commas are Groovy's.
            boolean statement = open.isEmpty() || open.getFirst() == '{';
            Optional<Diagnostic> found = statement ? inLine(i) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
            masked.get(i).chars().forEach(c -> follow(open, (char) c));
        }
        return Optional.empty();
    }

    private static void follow(Deque<Character> open, char c) {
        if ("([{".indexOf(c) >= 0) {
            open.push(c);
        } else if (")]}".indexOf(c) >= 0) {
            open.poll();
        }
    }

    private Diagnostic unclosed(int position) {
        String before = mask.text().substring(0, position);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return Diagnostic.error("This comment is never closed", "")
                .withHint("Add */ where it ends.")
                .at(SourceRange.at(file, line, position - before.lastIndexOf('\n')));
    }

    private Optional<Diagnostic> inLine(int index) {
        String line = masked.get(index);
        Optional<Diagnostic> block = block(file, index + 1, BLOCK.matcher(line).find() ? lines.get(index) : "");
        if (block.isPresent()) {
            return block;
        }
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(line);
            if (matcher.find()) {
                return Optional.of(Diagnostic.error(rule.summary(), "")
                        .withHint(rule.hint().apply(matcher))
                        .at(SourceRange.at(file, index + 1, matcher.start(1) + 1)));
            }
        }
        return comma(line, index);
    }

    /** A comma between two attributes; one in brackets is none of these. */
    private Optional<Diagnostic> comma(String line, int index) {
        Matcher matcher = COMMA.matcher(line);
        int from = 0;
        while (matcher.find(from)) {
            if (depth(line, matcher.start(), matcher.start(2)) == 0) {
                return Optional.of(Diagnostic.error("A comma stands between two attributes", "")
                        .withHint("Begin a new line, or put a ; between them.")
                        .at(SourceRange.at(file, index + 1, matcher.start(2) + 1)));
            }
            from = matcher.start(2) + 1;
        }
        boolean last = line.matches("\\s*[A-Za-z_]\\w*\\s*=(?![=~>]).*,\\s*")
                && index + 1 < masked.size()
                && masked.get(index + 1).matches("\\s*[A-Za-z_]\\w*\\s*=(?![=~>]).*")
                && depth(line, 0, line.length()) == 0;
        return last
                ? Optional.of(Diagnostic.error("A comma stands between two attributes", "")
                        .withHint("Remove it: a new line is enough.")
                        .at(SourceRange.at(file, index + 1, line.lastIndexOf(',') + 1)))
                : Optional.empty();
    }

    private static int depth(String line, int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        }
        return depth;
    }
}
