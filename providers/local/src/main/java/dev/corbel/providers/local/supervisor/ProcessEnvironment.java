package dev.corbel.providers.local.supervisor;

import java.util.Map;
import java.util.Set;

/** What processes get of the environment that a command was called in, which may have secrets. */
public final class ProcessEnvironment {
    private static final Set<String> PASSED_ON = Set.of(
            "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR", "JAVA_HOME", "SystemRoot", "TEMP");

    private ProcessEnvironment() {}

    /** Takes out of an environment what is not passed on. */
    public static void limit(Map<String, String> environment) {
        environment.keySet().retainAll(PASSED_ON);
    }
}
