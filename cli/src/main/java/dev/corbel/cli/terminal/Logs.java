package dev.corbel.cli.terminal;

import java.nio.file.Path;
import java.util.Map;

/**
 * The log of a run, for people who look for a defect. Without {@code CORBEL_LOG} (error, warn, info, debug or trace)
 * there is none, and nothing of a logging library is loaded.
 */
public final class Logs {
    private static final String VARIABLE = "CORBEL_LOG";
    private static final String PROVIDER_PROPERTY = "slf4j.provider";
    private static final String VERBOSITY_PROPERTY = "slf4j.internal.verbosity";
    private static final String NO_LOGGING = "org.slf4j.helpers.NOP_FallbackServiceProvider";

    private Logs() {}

    /** To be called before anything logs. */
    public static void prepare(Map<String, String> variables) {
        if (level(variables).isEmpty()) {
            System.setProperty(PROVIDER_PROPERTY, NO_LOGGING);
            System.setProperty(VERBOSITY_PROPERTY, "WARN");
        } else {
            LogFile.silence();
        }
    }

    /** Begins to write to {@code .corbel/logs/} of a project, where logging was asked for. */
    public static void open(Path project, Map<String, String> variables) {
        if (!level(variables).isEmpty()) {
            LogFile.open(project.resolve(".corbel").resolve("logs"), level(variables));
        }
    }

    private static String level(Map<String, String> variables) {
        return variables.getOrDefault(VARIABLE, "");
    }
}
