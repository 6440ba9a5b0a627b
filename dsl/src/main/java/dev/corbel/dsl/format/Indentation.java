package dev.corbel.dsl.format;

import dev.corbel.dsl.syntax.Lexeme;
import dev.corbel.dsl.syntax.Lexeme.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Indents lines by the brackets around them, and those that go on with a statement by two steps more. */
final class Indentation {
    private static final int STEP = 4;
    private static final Set<String> GO_ON = Set.of(
            ".", "?.", "*.", "?", ":", "?:", "+", "/", "%", "&&", "||", "==", "!=", "<", ">", "<=", ">=", "in", "as");
    private static final Set<String> LEAD_ON = Set.of(
            "=", "?", ":", "?:", "+", "-", "*", "/", "%", "&&", "||", "==", "!=", "<", "<=", ">=", "in", "as", "return",
            "!");
    private static final Set<String> WITH_BODY = Set.of("if", "for", "while", "else");

    private final Deque<Integer> lineOfBracket = new ArrayDeque<>();
    private final Deque<Boolean> braces = new ArrayDeque<>();
    private @Nullable Line before;
    private int shift;

    void apply(List<Line> lines) {
        for (Line line : lines) {
            if (line.isInComment()) {
                line.indentBy(line.indent() + shift);
            } else if (!line.isInText()) {
                int old = line.indent();
                line.indentBy(indent(line.code()));
                shift = line.indent() - old;
            }
            follow(line);
            if (!line.code().isEmpty()) {
                before = line;
            }
        }
    }

    private int indent(List<Lexeme> code) {
        int base = lineOfBracket.isEmpty() ? 0 : lineOfBracket.peek() + STEP;
        if (!code.isEmpty() && code.get(0).kind() == Kind.CLOSE) {
            int closing = (int)
                    code.stream().takeWhile(piece -> piece.kind() == Kind.CLOSE).count();
            return lineOfBracket.stream()
                    .limit(closing)
                    .reduce((first, second) -> second)
                    .orElse(0);
        }
        return base + more(code);
    }

    /** How much further a line stands that goes on with the statement of the line before. */
    private int more(List<Lexeme> code) {
        if (code.isEmpty() || before == null) {
            return 0;
        }
        List<Lexeme> earlier = before.code();
        Lexeme last = earlier.get(earlier.size() - 1);
        String first = earlier.get(0).text();
        if (last.kind() == Kind.OPEN || last.text().equals("->")) {
            return 0;
        }
        boolean label = first.equals("case") || first.equals("default");
        boolean body = WITH_BODY.contains(first)
                && (last.text().equals("else") || last.text().equals(")"));
        boolean arguments = last.text().equals(",") && (braces.isEmpty() || braces.peek());
        boolean goesOn = GO_ON.contains(code.get(0).text()) || arguments || (LEAD_ON.contains(last.text()) && !label);
        if (goesOn) {
            return 2 * STEP;
        }
        return body && !code.get(0).text().equals("{") ? STEP : 0;
    }

    private void follow(Line line) {
        for (Lexeme piece : line.code()) {
            if (piece.kind() == Kind.OPEN) {
                lineOfBracket.push(
                        line.isInText() ? lineOfBracket.isEmpty() ? 0 : lineOfBracket.peek() : line.indent());
                braces.push(piece.text().equals("{"));
            } else if (piece.kind() == Kind.CLOSE && !lineOfBracket.isEmpty()) {
                lineOfBracket.pop();
                braces.pop();
            }
        }
    }
}
