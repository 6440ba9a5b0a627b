package dev.corbel.dsl.syntax;

import groovyjarjarantlr4.v4.runtime.Token;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovyLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;
import org.codehaus.groovy.ast.ASTNode;
import org.jspecify.annotations.Nullable;

/**
 * Names of attributes that Groovy's parser does not take: its own words, and names in quotes, as in {@code 'default' =
 * 1}. Each is put out of the parser's sight behind letters of the same number, so that all places stay right.
 */
final class WrittenNames {
    /** A letter that nobody's names consist of. */
    private static final String STAND_IN = "ꞏ";

    private static final Set<String> WORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "def",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "switch",
            "synchronized",
            "threadsafe",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while");

    /** A quick look for what may be such a name; most files have none. */
    private static final Pattern CANDIDATE =
            Pattern.compile("(?:['\"]|\\b(?:" + String.join("|", WORDS) + "))[ \\t]*=(?![=~])");

    private static final Pattern VARIABLE = Pattern.compile("\\bdef\\s+(" + String.join("|", WORDS) + ")\\b");

    private final String text;
    private final Map<Place, String> names;

    private record Place(int line, int column) {}

    private WrittenNames(String text, Map<Place, String> names) {
        this.text = text;
        this.names = names;
    }

    /** Looks through the text of a file. */
    static WrittenNames in(String text) {
        if (!CANDIDATE.matcher(text).find()) {
            return new WrittenNames(text, Map.of());
        }
        StringBuilder shown = new StringBuilder(text);
        Map<Place, String> names = new HashMap<>();
        List<Token> tokens = tokens(text);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean assigned = tokens.get(i + 1).getType() == GroovyLexer.ASSIGN;
            if (assigned
                    && isStart(i == 0 ? null : tokens.get(i - 1))
                    && name(token).isPresent()) {
                int start = text.offsetByCodePoints(0, token.getStartIndex());
                int length = token.getText().length();
                shown.replace(start, start + length, STAND_IN.repeat(length));
                names.put(
                        new Place(token.getLine(), token.getCharPositionInLine() + 1),
                        name(token).get());
            }
        }
        return new WrittenNames(shown.toString(), names);
    }

    /** A hint for a line that the parser did not take, where a variable is called by a word of Groovy. */
    static Optional<String> hint(String line) {
        Matcher variable = VARIABLE.matcher(line);
        return variable.find()
                ? Optional.of("\"" + variable.group(1) + "\" is a word of Groovy and cannot be the name of a variable."
                        + " As the name of an attribute it can be written in quotes: '" + variable.group(1) + "' = ….")
                : Optional.empty();
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        try {
            GroovyLangLexer lexer = new GroovyLangLexer(new StringReader(text));
            lexer.removeErrorListeners();
            for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
                tokens.add(token);
            }
        } catch (GroovySyntaxError wrong) {
            // The parser comes to the same place and says what is wrong there.
            return tokens;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return tokens;
    }

    private static boolean isStart(@Nullable Token before) {
        return before == null
                || switch (before.getType()) {
                    case GroovyLexer.NL, GroovyLexer.SEMI, GroovyLexer.LBRACE, GroovyLexer.RBRACE, GroovyLexer.ARROW ->
                        true;
                    default -> false;
                };
    }

    private static Optional<String> name(Token token) {
        String written = token.getText();
        if (WORDS.contains(written)) {
            return Optional.of(written);
        }
        return token.getType() == GroovyLexer.StringLiteral && written.matches("(['\"])[^'\"\\\\\\n]+\\1")
                ? Optional.of(written.substring(1, written.length() - 1))
                : Optional.empty();
    }

    /** The text for the parser. */
    String text() {
        return text;
    }

    /** The name that is written where a node stands; empty for any other node. */
    Optional<String> at(ASTNode node) {
        return Optional.ofNullable(names.get(new Place(node.getLineNumber(), node.getColumnNumber())));
    }
}
