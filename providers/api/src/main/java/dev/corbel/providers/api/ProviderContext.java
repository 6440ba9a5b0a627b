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
 * @param access what sessions may do
 * @param calls is told of each call that a session makes
 * @param lineage of the state whose objects these are: the same for all runs of one project and environment, wherever they
 *     run, and no other's; empty where there is no state
 */
public record ProviderContext(
        Path projectDirectory,
        String environment,
        InstantSource clock,
        Sleeper sleeper,
        Access access,
        CallCounter calls,
        String lineage) {

    /** A context for sessions that may change everything, and whose calls nobody counts. */
    public ProviderContext(Path projectDirectory, String environment, InstantSource clock, Sleeper sleeper) {
        this(projectDirectory, environment, clock, sleeper, Access.CHANGE, CallCounter.NONE, "");
    }

    /** The kinds of calls that a session may make. */
    public enum Access {
        /** All. */
        CHANGE,
        /**
         * Those of a plan that is not applied: credentials for reading do where there are some, and only what an interrupted run
         * began may be finished.
         */
        PLAN,
        /** Those that change nothing; the session itself refuses all others. */
        READ
    }

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

    /** The same for sessions that refuse to change anything. */
    public ProviderContext reading(CallCounter counter) {
        return new ProviderContext(projectDirectory, environment, clock, sleeper, Access.READ, counter, lineage);
    }

    /** The same for sessions of a plan that is not applied. */
    public ProviderContext planning() {
        return new ProviderContext(projectDirectory, environment, clock, sleeper, Access.PLAN, calls, lineage);
    }

    /** The same for sessions that work for a state of this lineage. */
    public ProviderContext ofState(String itsLineage) {
        return new ProviderContext(projectDirectory, environment, clock, sleeper, access, calls, itsLineage);
    }

    /** Tells whether sessions have to refuse every change. */
    public boolean isReading() {
        return access == Access.READ;
    }
}
