package dev.corbel.state.remote;

import dev.corbel.state.model.RemoteHead;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** The head that snapshot and journal go by. */
interface HeadSource {
    RemoteHead head();

    /** Writes the head anew; only for who holds the lock. */
    RemoteHead update(UnaryOperator<RemoteHead> change) throws IOException;

    /** Throws unless this may go on writing. */
    void check();

    /** Tells whether a holder is the one that has the lock. */
    boolean isHolder();

    /** A head that was read, for who only looks. */
    static HeadSource of(RemoteHead read) {
        return new HeadSource() {
            @Override
            public RemoteHead head() {
                return read;
            }

            @Override
            public RemoteHead update(UnaryOperator<RemoteHead> change) {
                throw new IllegalStateException("the lock is not held");
            }

            @Override
            public boolean isHolder() {
                return false;
            }

            @Override
            public void check() {
                throw new IllegalStateException("the lock is not held");
            }
        };
    }
}
