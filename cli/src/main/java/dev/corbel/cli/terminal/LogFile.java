package dev.corbel.cli.terminal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import dev.corbel.state.local.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the logging library up. A class of its own, so that the library is loaded only where it is needed. The file is for
 * its owner alone.
 */
final class LogFile {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private static final String OWN = "dev.corbel";

    private LogFile() {}

    /** Drops lines from before the project is known: least of all may they go to stdout. */
    static void silence() {
        context().getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    }

    /**
     * Begins a file.
     *
     * @param wanted what Corbel itself logs. Client libraries log no more than what they call information: beyond that they
     *     write down requests with their tokens, and contents that are secret
     */
    static void open(Path folder, String wanted) {
        LoggerContext context = context();
        String name = LocalDateTime.now(ZoneId.systemDefault()).format(TIME) + "-"
                + ProcessHandle.current().pid() + ".log";
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{ISO8601} %-5level [%thread] %logger - %msg%n");
        encoder.start();
        Path file = folder.resolve(name);
        createPrivately(file);
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(appender);
        Level level = Level.toLevel(wanted, Level.DEBUG);
        root.setLevel(level.isGreaterOrEqual(Level.INFO) ? level : Level.INFO);
        context.getLogger(OWN).setLevel(level);
    }

    private static void createPrivately(Path file) {
        try {
            PrivateFiles.createOwnFolder(file.resolveSibling(""));
            Files.createFile(file, PrivateFiles.attributes(file));
        } catch (IOException cannot) {
            // Then the logging library makes it, or says why it can't.
        }
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
