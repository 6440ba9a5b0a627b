package dev.corbel.cli.view.markup;

import dev.corbel.providers.api.text.Printable;

/** Text in HTML. */
public final class Html {
    private Html() {}

    /** The text as it shows in a page, whatever characters it has, in elements and in attributes; on one line. */
    public static String escaped(String raw) {
        String text = Printable.line(raw);
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** An element with text or elements in it. */
    public static String element(String name, String style, String content) {
        return "<" + name + " class=\"" + style + "\">" + content + "</" + name + ">";
    }
}
