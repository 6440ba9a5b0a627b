package dev.corbel.cli.terminal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of a run, for people who look for a defect. Without {@code CORBEL_LOG} (error, warn, info, debug or trace)
 * there is none, and nothing of a logging library is loaded.
 */
public final class LogFile {
    private static final String VARIABLE = "CORBEL_LOG";
    private static final String PROVIDER_PROPERTY = "slf4j.provider";
    private static final String VERBOSITY_PROPERTY = "slf4j.internal.verbosity";
    private static final String NO_LOGGING = "org.slf4j.helpers.NOP_FallbackServiceProvider";

    private LogFile() {}

    /** To be called before anything logs. */
    public static void prepare(Map<String, String> variables) {
        if (variables.getOrDefault(VARIABLE, "").isEmpty()) {
            System.setProperty(PROVIDER_PROPERTY, NO_LOGGING);
            System.setProperty(VERBOSITY_PROPERTY, "WARN");
        } else {
            // What comes before the project's directory is known is not worth a file of its own.
            context().getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
    }

    /** Begins to write to {@code .corbel/logs/} of a project, where logging was asked for. */
    public static void open(Path project, Map<String, String> variables) {
        String level = variables.getOrDefault(VARIABLE, "");
        if (!level.isEmpty()) {
            start(project.resolve(".corbel").resolve("logs"), Level.toLevel(level, Level.DEBUG));
        }
    }

    private static void start(Path folder, Level level) {
        LoggerContext context = context();
        String time = LocalDateTime.now(java.time.ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss"));
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{ISO8601} %-5level [%thread] %logger - %msg%n");
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setFile(folder.resolve(time + "-" + ProcessHandle.current().pid() + ".log")
                .toString());
        appender.setEncoder(encoder);
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(appender);
        root.setLevel(level);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
