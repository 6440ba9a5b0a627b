package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.value.MapValue;
import java.io.IOException;
import java.util.Optional;

/** A job that the supervisor keeps. Used by several threads. */
interface Kept {

    /**
     * Turns it into what shall be.
     *
     * @param secrets variables that are sent anew; those that it has stay where this is empty
     */
    void bring(Job next, Optional<MapValue> secrets) throws JobFailure, IOException, InterruptedException;

    /** Takes over what an earlier supervisor left. */
    void resume() throws IOException, InterruptedException;

    /** Looks after it, a few times each second. */
    void look() throws IOException, InterruptedException;

    /** What {@link JobStatus} reads. */
    MapValue status();

    /** Ends what runs; the files stay. */
    void end() throws InterruptedException;
}
