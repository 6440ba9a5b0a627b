package dev.corbel.cli.view;

import dev.corbel.cli.view.SensitiveDefaults.Region;
import dev.corbel.providers.api.text.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a source as it is shown: a column per character, but for the parts that are masked.
 *
 * @param text the line with its masks
 * @param masked what is masked, in columns of the source, counted from zero
 */
record ShownLine(String text, List<Region> masked) {
    private static final String MASK = "(sensitive value)";

    ShownLine {
        masked = List.copyOf(masked);
    }

    /** All lines of a source. */
    static List<ShownLine> of(String source, List<Region> secrets) {
        List<ShownLine> lines = new ArrayList<>();
        int start = 0;
        int next = 0;
        for (String line : source.split("\n", -1)) {
            int end = start + line.length();
            while (next < secrets.size() && secrets.get(next).to() <= start) {
                next++;
            }
            List<Region> masked = new ArrayList<>();
            for (int i = next; i < secrets.size() && secrets.get(i).from() < end; i++) {
                masked.add(new Region(
                        Math.max(0, secrets.get(i).from() - start),
                        Math.min(line.length(), secrets.get(i).to() - start)));
            }
            lines.add(new ShownLine(shown(line, masked), masked));
            start = end + 1;
        }
        if (source.endsWith("\n") || source.isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static String shown(String line, List<Region> masked) {
        StringBuilder shown = new StringBuilder(line.length());
        int done = 0;
        for (Region region : masked) {
            printable(line, done, region.from(), shown).append(MASK);
            done = region.to();
        }
        return printable(line, done, line.length(), shown).toString();
    }

    /** One column per character, so that the carets stand below what they mean. */
    private static StringBuilder printable(String line, int from, int to, StringBuilder into) {
        for (int i = from; i < to; i++) {
            String character = line.substring(i, i + 1);
            boolean half = Character.isSurrogate(line.charAt(i));
            into.append(half || Printable.isPlain(character) ? character : " ");
        }
        return into;
    }

    /** The shown column of a column of the source. */
    int start(int column) {
        int shift = 0;
        for (Region region : masked) {
            if (column < region.from()) {
                break;
            }
            if (column < region.to()) {
                return region.from() + shift;
            }
            shift += MASK.length() - (region.to() - region.from());
        }
        return column + shift;
    }

    /** The shown end of something that ends before a column of the source. */
    int end(int column) {
        return column == 0 ? 0 : lastOf(column - 1) + 1;
    }

    private int lastOf(int column) {
        boolean hidden = masked.stream().anyMatch(region -> region.from() <= column && column < region.to());
        return start(column) + (hidden ? MASK.length() - 1 : 0);
    }
}
