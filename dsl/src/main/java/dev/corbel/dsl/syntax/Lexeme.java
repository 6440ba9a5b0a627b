package dev.corbel.dsl.syntax;

import groovyjarjarantlr4.v4.runtime.Token;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovyLexer;

/**
 * A piece of a definition's text between spaces.
 *
 * @param start the position of its first character
 * @param end the position behind its last character
 */
public record Lexeme(Kind kind, String text, int start, int end) {

    /** What lays out the lines around a piece. */
    public enum Kind {
        /** A bracket of any form that opens. */
        OPEN,
        /** A bracket of any form that closes. */
        CLOSE,
        /** A line break. */
        BREAK,
        COMMENT,
        /** A text in quotes, with the code in it. */
        TEXT,
        ASSIGN,
        OTHER
    }

    /** The pieces of a text that Groovy's parser takes, in their order. */
    public static List<Lexeme> of(String text) {
        List<Lexeme> pieces = new ArrayList<>();
        int open = 0;
        int start = 0;
        GroovyLangLexer lexer = lexer(text);
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            int from = text.offsetByCodePoints(0, token.getStartIndex());
            int to = text.offsetByCodePoints(0, token.getStopIndex() + 1);
            if (token.getType() == GroovyLexer.GStringBegin && open++ == 0) {
                start = from;
            }
            boolean ends = token.getType() == GroovyLexer.GStringEnd && --open == 0;
            if (ends) {
                pieces.add(new Lexeme(Kind.TEXT, text.substring(start, to), start, to));
            } else if (open == 0) {
                pieces.add(new Lexeme(kind(token), text.substring(from, to), from, to));
            }
        }
        return pieces;
    }

    private static GroovyLangLexer lexer(String text) {
        try {
            GroovyLangLexer lexer = new GroovyLangLexer(new StringReader(text));
            lexer.removeErrorListeners();
            return lexer;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Kind kind(Token token) {
        return switch (token.getType()) {
            case GroovyLexer.LBRACE, GroovyLexer.LBRACK, GroovyLexer.SAFE_INDEX, GroovyLexer.LPAREN -> Kind.OPEN;
            case GroovyLexer.RBRACE, GroovyLexer.RBRACK, GroovyLexer.RPAREN -> Kind.CLOSE;
            case GroovyLexer.StringLiteral -> Kind.TEXT;
            case GroovyLexer.ASSIGN -> Kind.ASSIGN;
            case GroovyLexer.NL -> token.getText().startsWith("/") ? Kind.COMMENT : Kind.BREAK;
            default -> Kind.OTHER;
        };
    }
}
