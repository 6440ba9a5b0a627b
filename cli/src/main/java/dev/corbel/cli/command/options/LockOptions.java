package dev.corbel.cli.command.options;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The option that says how long a command waits for another one that holds the lock. */
public final class LockOptions {
    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            defaultValue = "0s",
            converter = DurationConverter.class,
            description =
                    "How long to wait for another holder of the lock, such as 30s or 5m; a bare number counts seconds (default: not at all).")
    private Duration timeout = Duration.ZERO;

    public Duration timeout() {
        return timeout;
    }
}
