package dev.corbel.providers.onprem.unit;

import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.ShellText;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Facts about units: one call of {@code systemctl show} for all, the texts of those in {@code /etc/systemd/system}, and the
 * configurations in effect. {@code /run/corbel/effect/UNIT} has the configuration that was started last, and the id of that
 * start.
 */
public final class UnitFacts {
    /**
     * A unit that is asked for.
     *
     * @param effect the name of the file in {@code /run/corbel/effect}, which is the unit's unless several share it
     * @param file with the text that it is about
     * @param revisions of files that it reads, as they were planned last
     */
    public record Question(String unit, String effect, String file, List<String> revisions) {
        public Question {
            revisions = List.copyOf(revisions);
        }

        /** One of a unit of its own. */
        static Question of(String unit, List<String> revisions) {
            return new Question(unit, unit, UnitInstaller.file(unit), revisions);
        }
    }

    private static final String PROPERTIES = "Id,LoadState,ActiveState,SubState,UnitFileState,InvocationID,NRestarts,"
            + "ExecMainStartTimestamp,ActiveEnterTimestamp,NeedDaemonReload,NextElapseUSecRealtime";

    private static final String SHOW = """
            fact 0 units "$(TZ=UTC systemctl show --timestamp=unix -p PROPERTIES -- UNITS)" || exit 1
            for file in TEXTS; do
                if [ -f "$file" ]; then
                    text=$(cat -- "$file"; echo .)
                    fact 0 "text $file" "${text%.}"
                    fact 0 "changed $file" "$(stat --printf %Z -- "$file")"
                fi
            done
            for effect in EFFECTS; do
                if [ -r "/run/corbel/effect/$effect" ]; then
                    IFS= read -r line < "/run/corbel/effect/$effect"
                    fact 0 "effect $effect" "$line"
                fi
            done
            """.replace("PROPERTIES", PROPERTIES);

    private static final String WATCHED = """
            sums=$(sha256sum -- FILES 2> /dev/null; echo .)
            fact 0 sums "${sums%.}"
            stat --printf '0\\0changed %n\\0%Z\\0' -- FILES 2> /dev/null || :
            """;

    /** Moments of timers, which come in words whatever form is asked for. */
    private static final Pattern MOMENT = Pattern.compile("\\w{3} (\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2}:\\d{2}) UTC");

    private final Facts facts;
    private final Map<String, Map<String, String>> units = new HashMap<>();
    private final Map<String, String> sums = new HashMap<>();

    public UnitFacts(Facts facts) {
        this.facts = facts;
        for (String block : facts.text(0, "units").orElseThrow().split("\n\n", -1)) {
            Map<String, String> properties = new HashMap<>();
            block.lines().forEach(line -> {
                int at = line.indexOf('=');
                if (at > 0) {
                    properties.put(line.substring(0, at), line.substring(at + 1));
                }
            });
            units.put(properties.getOrDefault("Id", ""), properties);
        }
        facts.text(0, "sums").orElse("").lines().forEach(line -> {
            int at = line.indexOf("  ");
            if (at > 0) {
                sums.put(line.substring(at + 2), line.substring(0, at));
            }
        });
    }

    public static String fragment(List<Question> questions) {
        TreeSet<String> names = new TreeSet<>();
        TreeSet<String> texts = new TreeSet<>();
        TreeSet<String> effects = new TreeSet<>();
        TreeSet<String> files = new TreeSet<>();
        for (Question question : questions) {
            names.add(question.unit());
            texts.add(question.file());
            effects.add(question.effect());
            question.revisions().forEach(revision -> file(revision).ifPresent(files::add));
        }
        String script = SHOW.replace("UNITS", ShellText.quoteAll(names))
                .replace("TEXTS", ShellText.quoteAll(texts))
                .replace("EFFECTS", ShellText.quoteAll(effects));
        return files.isEmpty() ? script : script + WATCHED.replace("FILES", ShellText.quoteAll(files));
    }

    /** The file of a revision such as {@code /etc/app.conf@SHA256}; empty where it is of something else. */
    private static Optional<String> file(String revision) {
        int at = revision.lastIndexOf('@');
        return revision.startsWith("/") && at > 0 ? Optional.of(revision.substring(0, at)) : Optional.empty();
    }

    /** The text of the file; empty where there is none. */
    public Optional<String> text(Question question) {
        return facts.text(0, "text " + question.file());
    }

    /** Tells whether systemd knows of a unit. */
    boolean isKnown(String unit) {
        return !property(unit, "LoadState").equals("not-found");
    }

    boolean isActive(String unit) {
        return List.of("active", "activating", "reloading").contains(property(unit, "ActiveState"));
    }

    /** Tells whether a unit starts with the host; one that is not meant to be enabled does where something wants it. */
    boolean isEnabled(String unit) {
        return List.of("enabled", "enabled-runtime", "alias").contains(property(unit, "UnitFileState"));
    }

    String subState(String unit) {
        return property(unit, "SubState");
    }

    /** When the program of a unit was started last; empty where it was not since the host's start. */
    Optional<Instant> started(String unit) {
        return seconds(property(unit, "ExecMainStartTimestamp")).map(Instant::ofEpochSecond);
    }

    /** When a timer starts its unit next; empty where it never does. */
    Optional<Instant> nextRun(String timer) {
        Matcher moment = MOMENT.matcher(property(timer, "NextElapseUSecRealtime"));
        return moment.matches()
                ? Optional.of(Instant.parse(moment.group(1) + "T" + moment.group(2) + "Z"))
                : Optional.empty();
    }

    /** Tells whether systemd has loaded the files as they are. */
    boolean isLoadedAsWritten(String unit) {
        return !property(unit, "NeedDaemonReload").equals("yes");
    }

    private String property(String unit, String name) {
        return units.getOrDefault(unit, Map.of()).getOrDefault(name, "");
    }

    /**
     * The configuration in effect.
     *
     * @param question with the revisions that were planned last
     */
    public String configuration(Question question) {
        String unit = question.unit();
        if (!isActive(unit)) {
            return Configuration.NONE;
        }
        String[] effect =
                facts.text(0, "effect " + question.effect()).orElse(" ").split(" ", 2);
        if (effect.length == 2 && effect[1].equals(property(unit, "InvocationID"))) {
            return effect[0];
        }
        return hasChangedSinceStart(question) ? Configuration.DUE : current(question);
    }

    /** Tells whether a file that is watched has a checksum. */
    boolean hasSum(String file, String sum) {
        return sum.equals(sums.get(file));
    }

    private boolean hasChangedSinceStart(Question question) {
        long started = seconds(property(question.unit(), "ExecMainStartTimestamp"))
                .or(() -> seconds(property(question.unit(), "ActiveEnterTimestamp")))
                .orElse(0L);
        return !isLoadedAsWritten(question.unit())
                || isNewer(question.file(), started)
                || question.revisions().stream()
                        .flatMap(revision -> file(revision).stream())
                        .anyMatch(file -> isNewer(file, started));
    }

    private boolean isNewer(String file, long started) {
        return facts.text(0, "changed " + file).map(Long::valueOf).orElse(0L) > started;
    }

    private static Optional<Long> seconds(String timestamp) {
        return timestamp.matches("@[1-9]\\d*") ? Optional.of(Long.valueOf(timestamp.substring(1))) : Optional.empty();
    }

    /** The configuration of a unit that was started by somebody else, from what it found then. */
    private String current(Question question) {
        List<String> found = question.revisions().stream()
                .map(revision -> file(revision)
                        .filter(file -> hasChecksum(revision, file))
                        .map(file -> file + "@" + sums.getOrDefault(file, ""))
                        .orElse(revision))
                .toList();
        return Configuration.of(text(question).orElse(""), found);
    }

    private static boolean hasChecksum(String revision, String file) {
        return revision.substring(file.length() + 1).matches("[0-9a-f]{64}");
    }
}
