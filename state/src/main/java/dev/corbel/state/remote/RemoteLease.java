package dev.corbel.state.remote;

import java.io.IOException;

/** A store's own lease on an object; it ends by itself 30 s after it was taken or last renewed. */
public interface RemoteLease {

    /**
     * Holds it for another 30 s.
     *
     * @throws RemoteConflictException when it is lost
     */
    void renew() throws IOException;

    /** Gives it up; one that is lost already is fine. */
    void release() throws IOException;
}
