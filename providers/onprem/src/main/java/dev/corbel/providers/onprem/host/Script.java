package dev.corbel.providers.onprem.host;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A script for the shell of a host, with values and bodies. It goes over standard input, so neither its text nor a value is
 * ever in a command line, in an environment or in a file. It runs with {@code set -u}, {@code LC_ALL=C}, a {@code PATH} of
 * the system's folders and {@code umask 077}, and its standard input is empty but for bodies.
 *
 * <p>Bodies are received by {@code corbel_receive NAME FILE}, in the order in which they were added; one that is cut short or
 * differs ends the script with a failure.
 *
 * @param purpose the call as people read it in an error, such as "Installing nginx"
 * @param text POSIX shell
 * @param values variables that are assigned before the text
 * @param bodies by name, in the order in which the text receives them
 * @param timeout for which the caller waits
 * @param lock the name of the lock on the host that it takes
 */
public record Script(
        String purpose,
        String text,
        Map<String, String> values,
        Map<String, Body> bodies,
        Duration timeout,
        Lock lock) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * A lock on the host that one script of all programs holds at a time. It ends with the processes of the script.
     *
     * @param name part of the name of a file in {@code /run/lock}
     * @param patience for which the script waits for it
     */
    public record Lock(Optional<String> name, Duration patience) {
        /** No lock, for scripts that change nothing. */
        public static final Lock NONE = new Lock(Optional.empty(), Duration.ZERO);

        /** The lock of short changes. */
        public static final Lock SHORT = new Lock(Optional.of("corbel"), Duration.ofSeconds(60));

        /** The lock of long changes of a kind, such as of packages, which short ones need not wait for. */
        public static Lock of(String kind, Duration patience) {
            return new Lock(Optional.of("corbel-" + kind), patience);
        }
    }

    public Script {
        values = Map.copyOf(values);
        bodies = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(bodies));
    }

    public static Script of(String purpose, String text) {
        return new Script(purpose, text, Map.of(), Map.of(), PATIENCE, Lock.SHORT);
    }

    /** The same with a variable, which the text uses as {@code "$name"}. Secrets may be given so. */
    public Script with(String name, String value) {
        ShellText.assignment(name, value);
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Script(purpose, text, more, bodies, timeout, lock);
    }

    /** The same with a body. */
    public Script body(String name, Body body) {
        ShellText.assignment(name, "");
        Map<String, Body> more = new LinkedHashMap<>(bodies);
        more.put(name, body);
        return new Script(purpose, text, values, more, timeout, lock);
    }

    /** The same, which may take this long. */
    public Script within(Duration patience) {
        return new Script(purpose, text, values, bodies, patience, lock);
    }

    /** The same under another lock. */
    public Script under(Lock other) {
        return new Script(purpose, text, values, bodies, timeout, other);
    }
}
