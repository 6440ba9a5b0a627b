package dev.corbel.providers.onprem.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A script on its way: its length, itself, and its bodies, all over the standard input of a command that is always the same.
 *
 * @param script the whole text
 * @param bodies that follow it
 */
record Wire(String script, List<Body> bodies) {
    /** The exit code that stands for a script that never began. */
    static final int NOT_BEGUN = 92;

    /** The exit code for a script that came in part. */
    static final int CUT_SHORT = 93;

    /** The exit code for a script on another machine than the one that it is for. */
    static final int OTHER_MACHINE = 94;

    /** The exit code for a lock that somebody else holds too long. */
    static final int LOCKED = 95;

    /** The exit code for a body that differs from the one that was sent. */
    static final int DAMAGED = 96;

    /** No one starts a script whose end has not come, so that a killed sender does not do half of it. */
    private static final String END = "#corbel-complete";

    private static final String BEGIN = "#corbel-begin";

    private static final String START = "read -r n; s=$(head -c \"$n\"); case $s in *\"" + END + "\") eval \"$s\";;"
            + " *) echo \"the script came in part\" >&2; exit " + CUT_SHORT + ";; esac";

    /** The surroundings of every script. */
    static final String SURROUNDINGS = """
            LC_ALL=C
            PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
            export LC_ALL PATH
            set -u
            umask 077
            if [ "$(id -u)" = 0 ]; then
                corbel_lib=/var/lib/corbel corbel_locks=/run/lock corbel_who=
            else
                corbel_lib=${XDG_STATE_HOME:-$HOME/.local/state}/corbel
                corbel_locks=${XDG_RUNTIME_DIR:-/run/lock} corbel_who=-$(id -u)
            fi
            """;

    private static final String BEGINNING = SURROUNDINGS + """
            unset s n
            exec 7<&0 </dev/null
            printf '\\n%s\\n' '#corbel-begin'
            """;

    private static final String RECEIVE = """
            corbel_receive() {
                case $1 in
                %s*) echo "there is no body $1" >&2; exit %d;;
                esac
                head -c "$corbel_length" <&7 > "$2" || exit %d
                if [ "$(sha256sum < "$2")" != "$corbel_sum  -" ] || [ "$(wc -c < "$2")" -ne "$corbel_length" ]; then
                    rm -f -- "$2"
                    echo "$1 came in part or damaged" >&2
                    exit %d
                fi
            }
            """;

    /** The command for the user's shell, whichever that is. A root needs no sudo, and may have none. */
    static String command(boolean become) {
        return become
                ? "exec /bin/sh -c '[ \"$(id -u)\" = 0 ] && exec /bin/sh -c \"$0\"; exec sudo -n -- /bin/sh -c \"$0\"' '"
                        + START + "'"
                : "exec /bin/sh -c '" + START + "'";
    }

    /**
     * Writes a script.
     *
     * @param machine the id of the machine that it is for; empty where that is not known
     */
    static Wire of(Script script, String machine) {
        StringBuilder text = new StringBuilder(BEGINNING);
        if (!machine.isEmpty()) {
            text.append("[ \"$(cat /etc/machine-id 2>/dev/null)\" = ")
                    .append(ShellText.quote(machine))
                    .append(" ] || exit ")
                    .append(OTHER_MACHINE)
                    .append('\n');
        }
        script.values().forEach((name, value) -> text.append(ShellText.assignment(name, value)));
        if (!script.bodies().isEmpty()) {
            text.append(receive(script.bodies()));
        }
        text.append(locked(script.lock()));
        text.append(script.text()).append('\n').append(END);
        return new Wire(text.toString(), List.copyOf(script.bodies().values()));
    }

    private static String receive(Map<String, Body> bodies) {
        StringBuilder cases = new StringBuilder();
        bodies.forEach((name, body) -> cases.append(name)
                .append(") corbel_length=")
                .append(body.length())
                .append(" corbel_sum=")
                .append(body.sha256())
                .append(";;\n    "));
        return RECEIVE.formatted(cases, DAMAGED, DAMAGED, DAMAGED);
    }

    /** The lock is that of an open file, so it ends with the last process that inherited it. */
    static String locked(Script.Lock lock) {
        if (lock.name().isEmpty()) {
            return "";
        }
        String name = lock.name().get();
        return """
                corbel_lock=$corbel_locks/%s$corbel_who.lock
                exec 9>>"$corbel_lock" && flock -w %d 9 || {
                    echo "another program holds $corbel_lock" >&2
                    exit %d
                }
                """.formatted(name, Math.max(1, lock.patience().toSeconds()), LOCKED);
    }

    /** The standard input of the command. */
    InputStream open() throws IOException {
        byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
        List<InputStream> parts = new ArrayList<>();
        parts.add(new ByteArrayInputStream((bytes.length + "\n").getBytes(StandardCharsets.US_ASCII)));
        parts.add(new ByteArrayInputStream(bytes));
        for (Body body : bodies) {
            parts.add(body.content().open());
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** The answer without the text that the user's shell printed before the script began. */
    static Output answer(Output raw) {
        String begin = "\n" + BEGIN + "\n";
        int at = raw.out().indexOf(begin);
        return at < 0
                ? new Output(
                        raw.exit() == CUT_SHORT ? CUT_SHORT : NOT_BEGUN,
                        "",
                        raw.err().isBlank() ? raw.out() : raw.err())
                : new Output(raw.exit(), raw.out().substring(at + begin.length()), raw.err());
    }
}
