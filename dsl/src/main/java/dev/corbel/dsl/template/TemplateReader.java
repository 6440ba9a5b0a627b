package dev.corbel.dsl.template;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads the text of a template with its interpolations and directives. */
final class TemplateReader {
    private static final String IF_FORM = "Write %{ if CONDITION }…%{ else }…%{ endif }.";
    private static final String FOR_FORM = "Write %{ for ELEMENT in LIST }…%{ endfor }.";

    private final Cursor cursor;
    private final ExpressionReader expressions;

    /** The keyword that ended the body which was read last. */
    private String ended = "";

    TemplateReader(Cursor cursor, ExpressionReader expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** All of a file: a text, or the value itself where it is one interpolation and nothing else. */
    Part file() {
        if (cursor.take("${")) {
            cursor.take("~");
            Part expression = expressions.expression();
            cursor.skip();
            cursor.take("~");
            if (cursor.take("}") && cursor.atEnd()) {
                return expression;
            }
            cursor.back(0);
        }
        return body(new Body(), "", cursor.range(0));
    }

    /** The parts that stand one behind the other, up to a directive that ends them. */
    private static final class Body {
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private boolean trimNext;

        /** The piece of text that stands last, which a directive behind it may still cut. */
        private String piece = "";

        /** Ends a piece of text, which reaches to the end of its line: blanks are cut off in that alone. */
        void endPiece(boolean trimEnd) {
            if (!line.isEmpty()) {
                addPiece();
                piece = trimNext ? line.toString().stripLeading() : line.toString();
                line.setLength(0);
            }
            trimNext = false;
            if (trimEnd) {
                piece = piece.stripTrailing();
            }
        }

        private void addPiece() {
            if (!piece.isEmpty()) {
                Value text = Value.of(piece);
                parts.add(names -> text);
            }
            piece = "";
        }

        void add(Part part) {
            addPiece();
            parts.add(part);
        }

        Part whole() {
            addPiece();
            List<Part> all = List.copyOf(parts);
            return names -> {
                StringBuilder text = new StringBuilder();
                all.forEach(part -> text.append(part.value(names)));
                return Value.of(text.toString());
            };
        }
    }

    /**
     * The parts up to the directive that ends them.
     *
     * @param opener the directive that they stand in; empty for the file itself
     * @param begin where that begins
     */
    private Part body(Body body, String opener, SourceRange begin) {
        while (!cursor.atEnd()) {
            if (cursor.isAt("$${") || cursor.isAt("%%{")) {
                cursor.next();
                body.line.append(cursor.next()).append(cursor.next());
            } else if (cursor.isAt("${")) {
                interpolation(body);
            } else if (cursor.isAt("%{")) {
                if (directive(body, opener)) {
                    return body.whole();
                }
            } else {
                char character = cursor.next();
                body.line.append(character);
                if (character == '\n') {
                    body.endPiece(false);
                }
            }
        }
        body.endPiece(false);
        if (!opener.isEmpty()) {
            throw TemplateErrors.error(
                    "This \"%{ " + opener + " }\" has no end",
                    "Write %{ end" + (opener.equals("for") ? "for" : "if") + " } behind it.",
                    begin);
        }
        return body.whole();
    }

    private void interpolation(Body body) {
        int start = cursor.position();
        cursor.take("${");
        boolean trimmed = cursor.take("~");
        body.endPiece(trimmed);
        Part expression = expressions.expression();
        SourceRange range = cursor.range(start);
        body.trimNext = close("the expression");
        body.add(names -> Value.of(Convert.text(expression.value(names), range)));
    }

    /** Ends an interpolation or directive; gives whether the blanks behind it are cut off. */
    private boolean close(String what) {
        cursor.skip();
        boolean trimmed = cursor.take("~");
        if (!cursor.take("}")) {
            throw cursor.error("\"}\" is missing behind " + what, "Write $${ for a \"${\" that is text.");
        }
        return trimmed;
    }

    /** Reads a directive; gives whether it ends the body. */
    private boolean directive(Body body, String opener) {
        int start = cursor.position();
        cursor.take("%{");
        boolean trimmed = cursor.take("~");
        cursor.skip();
        int at = cursor.position();
        String keyword = cursor.name();
        body.endPiece(trimmed);
        ended = keyword;
        switch (keyword) {
            case "if" -> body.add(choice(body, cursor.range(start)));
            case "for" -> body.add(loop(body, cursor.range(start)));
            case "else" -> {
                if (!opener.equals("if")) {
                    throw TemplateErrors.error("There is no \"%{ if }\" for this \"else\"", IF_FORM, cursor.range(at));
                }
                return true;
            }
            case "endif", "endfor" -> {
                String begin = keyword.equals("endif") ? "if" : "for";
                if (!opener.replace("else", "if").equals(begin)) {
                    throw TemplateErrors.error(
                            "There is no \"%{ " + begin + " }\" for this \"" + keyword + "\"",
                            begin.equals("if") ? IF_FORM : FOR_FORM,
                            cursor.range(at));
                }
                return true;
            }
            default ->
                throw TemplateErrors.error(
                        "There is no directive \"" + keyword + "\"",
                        "There are if, else, endif, for and endfor; write %%{ for a \"%{\" that is text.",
                        cursor.range(at));
        }
        return false;
    }

    private Part choice(Body outer, SourceRange begin) {
        cursor.skip();
        int at = cursor.position();
        Part condition = expressions.expression();
        SourceRange range = cursor.range(at);
        Part then = inner(close("the condition"), "if", begin);
        Part otherwise = names -> Value.of("");
        if (ended.equals("else")) {
            otherwise = inner(close("\"else\""), "else", begin);
        }
        outer.trimNext = close("\"endif\"");
        Part no = otherwise;
        return names -> Convert.truth(condition.value(names), range) ? then.value(names) : no.value(names);
    }

    private Part loop(Body outer, SourceRange begin) {
        cursor.skip();
        String first = loopName();
        cursor.skip();
        boolean both = cursor.take(",");
        cursor.skip();
        String second = both ? loopName() : "";
        cursor.skip();
        if (!cursor.word().equals("in")) {
            throw cursor.error("\"in\" is missing", FOR_FORM);
        }
        cursor.name();
        cursor.skip();
        int at = cursor.position();
        Part many = expressions.expression();
        SourceRange range = cursor.range(at);
        boolean trim = close("the list");
        Part body = expressions.within(List.of(first, second), () -> inner(trim, "for", begin));
        outer.trimNext = close("\"endfor\"");
        return names -> {
            StringBuilder text = new StringBuilder();
            Elements.of(many.value(names), range)
                    .forEach((key, element) -> text.append(body.value(
                            both ? names.with(first, key).with(second, element) : names.with(first, element))));
            return Value.of(text.toString());
        };
    }

    private String loopName() {
        String name = cursor.name();
        if (name.isEmpty()) {
            throw cursor.error("A name is missing behind \"for\"", FOR_FORM);
        }
        return name;
    }

    private Part inner(boolean trim, String opener, SourceRange begin) {
        Body body = new Body();
        body.trimNext = trim;
        return body(body, opener, begin);
    }
}
