package dev.corbel.providers.api;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The means that the engine lends a provider.
 *
 * @param projectDirectory what relative paths of the configuration are relative to
 * @param environment the name of the environment
 * @param clock tells the time
 * @param sleeper waits, so that tests need not
 */
public record ProviderContext(Path projectDirectory, String environment, InstantSource clock, Sleeper sleeper) {

    /** Waits for a time. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(java.time.Duration duration) throws InterruptedException;
    }

    public static ProviderContext system(Path projectDirectory, String environment) {
        return new ProviderContext(
                projectDirectory,
                environment,
                InstantSource.system(),
                duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000));
    }
}
