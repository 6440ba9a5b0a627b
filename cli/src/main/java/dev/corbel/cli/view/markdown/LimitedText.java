package dev.corbel.cli.view.markdown;

import java.util.function.Supplier;

/** A text that grows by whole rows up to a length, and counts those that were left out. */
final class LimitedText {
    /** Room for the sentence about all that is missing, and for what closes the table or element at hand. */
    private static final int RESERVE = 400;

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private int missing;

    /** @param limit in UTF-16 units */
    LimitedText(int limit) {
        this.limit = limit - RESERVE;
    }

    /** Adds rows with something around them, as many as there is room for; nothing where there is no room for any. */
    void rows(String before, Iterable<Supplier<String>> rows, String after) {
        boolean begun = false;
        int left = 0;
        for (Supplier<String> row : rows) {
            String written = left > 0 ? "" : row.get();
            int needed = written.length() + (begun ? 0 : before.length() + after.length());
            if (left > 0 || text.length() + needed > limit) {
                left++;
                continue;
            }
            text.append(begun ? "" : before).append(written);
            begun = true;
        }
        if (begun) {
            text.append(after);
        }
        if (begun && left > 0) {
            text.append(left).append(" more\n\n");
        }
        missing += left;
    }

    /** Adds a text as a whole, where there is room. */
    void add(String part) {
        if (text.length() + part.length() <= limit) {
            text.append(part);
        } else {
            missing++;
        }
    }

    /** The number of rows that there was no room for. */
    int missing() {
        return missing;
    }

    /** The text, with something behind it that always has room. */
    String endedBy(String end) {
        return text + end;
    }
}
