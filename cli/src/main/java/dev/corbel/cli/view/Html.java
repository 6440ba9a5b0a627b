package dev.corbel.cli.view;

import dev.corbel.providers.api.text.Printable;

/** Text in HTML. */
final class Html {
    private Html() {}

    /** The text as it shows in a page, whatever characters it has, in elements and in attributes; on one line. */
    static String escaped(String raw) {
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

    static String element(String name, String style, String content) {
        return "<" + name + " class=\"" + style + "\">" + content + "</" + name + ">";
    }
}
