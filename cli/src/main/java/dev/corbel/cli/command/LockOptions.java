package dev.corbel.cli.command;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a command waits for another that holds the lock. */
final class LockOptions {
    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            defaultValue = "0s",
            converter = Time.class,
            description =
                    "How long to wait for another holder of the lock, such as 30s or 5m; a bare number counts seconds (default: not at all).")
    Duration timeout = Duration.ZERO;
}
