package dev.corbel.state.remote;

import dev.corbel.state.model.RemoteHead.JournalPosition;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of journal objects: {@code journal/FENCE/NUMBER}. */
final class JournalNames {
    static final String FOLDER = "journal/";
    private static final Pattern NAME = Pattern.compile("journal/(\\d{6,18})/(\\d{6,18})");

    private JournalNames() {}

    static String of(JournalPosition position) {
        return "%s%06d/%06d".formatted(FOLDER, position.fence(), position.number());
    }

    /** All objects of one holder. */
    static String folder(long fence) {
        return "%s%06d/".formatted(FOLDER, fence);
    }

    static Optional<JournalPosition> position(String name) {
        Matcher match = NAME.matcher(name);
        return match.matches()
                ? Optional.of(new JournalPosition(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    /** Those of the journal that begins at a position, in order. */
    static List<JournalPosition> live(Collection<String> names, JournalPosition start) {
        return names.stream()
                .flatMap(name -> position(name).stream())
                .filter(found -> found.fence() == start.fence() && found.number() >= start.number())
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
