package dev.corbel.providers.onprem.host;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The one script that looks at all objects of a host: fragments, each in a shell of its own, whose answers come as lines of base64,
 * and an end mark with their number. A connection that broke must not look as if objects were gone.
 */
final class FactScript {
    private static final int SECONDS = 20;

    /** Standard error's reader ends after standard output's, which has its pipe open, so the two never mix on a line. */
    private static final String SECTION = """
            corbel_section() {
                printf 'section %s ' "$1"
                {
                    {
                        printf '%s\\n' "$corbel_library" "$2" | {
                            timeout -k 2 SECONDS /bin/sh /dev/fd/3 3<&0 </dev/null 2>&4
                            printf '\\n%s' "$?" >&4
                        } | base64 -w 0
                    } 4>&1 >&5 | { corbel_err=$(base64 -w 0); printf ' %s\\n' "$corbel_err"; }
                } 5>&1
            }
            """.replace("SECONDS", Integer.toString(SECONDS));

    private static final String LIBRARY = """
            set -u
            fact() { printf '%s\\0%s\\0%s\\0' "$1" "$2" "$3"; }
            """;

    private static final String MACHINE = "printf 'machine %s\\n' \"$(cat /etc/machine-id 2>/dev/null)\"\n";

    /** Removes what uploads left whose processes are dead; a live one holds the lock of its note. */
    private static final String LEFTOVERS = """
            for corbel_note in "$corbel_lib"/uploads/*; do
                [ -f "$corbel_note" ] || continue
                (
                    flock -n 8 || exit 0
                    corbel_left=$(cat "$corbel_note")
                    case $corbel_left in */.corbel-*) rm -f -- "$corbel_left";; esac
                    rm -f -- "$corbel_note"
                ) 8<"$corbel_note"
            done
            """;

    /**
     * The answer of a whole script.
     *
     * @param machine the id of the machine; empty where it has none
     */
    record Answer(String machine, List<Output> sections) {}

    private FactScript() {}

    /**
     * Composes the script.
     *
     * @param cleaning whether leftovers of dead uploads are removed
     */
    static String of(List<String> fragments, boolean cleaning) {
        StringBuilder script = new StringBuilder(MACHINE)
                .append(cleaning ? LEFTOVERS : "")
                .append("corbel_library=")
                .append(ShellText.quote(LIBRARY))
                .append('\n')
                .append(SECTION);
        for (int i = 0; i < fragments.size(); i++) {
            script.append("corbel_section ")
                    .append(i)
                    .append(' ')
                    .append(ShellText.quote(fragments.get(i)))
                    .append('\n');
        }
        return script.append("printf '#corbel-end %s\\n' ")
                .append(fragments.size())
                .toString();
    }

    /** Reads the answer; empty where it is not complete. */
    static Optional<Answer> read(Output output, int count) {
        List<String> lines = output.lines();
        if (!output.succeeded()
                || lines.size() != count + 2
                || !lines.get(0).startsWith("machine ")
                || !lines.get(count + 1).equals("#corbel-end " + count)) {
            return Optional.empty();
        }
        List<Output> sections = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Optional<Output> section = section(lines.get(i + 1), i);
            if (section.isEmpty()) {
                return Optional.empty();
            }
            sections.add(section.get());
        }
        return Optional.of(new Answer(lines.get(0).substring("machine ".length()), sections));
    }

    private static Optional<Output> section(String line, int number) {
        List<String> parts = List.of(line.split(" ", -1));
        if (parts.size() != 4
                || !parts.get(0).equals("section")
                || !parts.get(1).equals(Integer.toString(number))) {
            return Optional.empty();
        }
        try {
            String err = decoded(parts.get(3));
            int at = err.lastIndexOf('\n');
            return Optional.of(
                    new Output(Integer.parseInt(err.substring(at + 1)), decoded(parts.get(2)), err.substring(0, at)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
