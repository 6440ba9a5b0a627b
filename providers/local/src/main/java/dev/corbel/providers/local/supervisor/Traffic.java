package dev.corbel.providers.local.supervisor;

import java.time.Duration;

/** What sends clients to jobs. */
interface Traffic {

    /** Tells that a job has another port, or another health. */
    void changed();

    /** Waits until no client is served at a port that is no target any more. */
    void drain(int port, Duration atMost) throws InterruptedException;
}
