package dev.corbel.state.remote;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A store of small named objects: a bucket, a container, a table. An object is written whole or not at all, and whoever
 * reads after a write sees it. Names are relative, such as {@code journal/000007/000001}, of letters, digits, {@code -},
 * {@code _}, {@code .} and {@code /}. Safe for use by several threads.
 *
 * <p>A failure is an {@link IOException} whose message names the store, what was asked, and the service's own words; where
 * people can do something about it, a {@link RemoteFailureException} that says what.
 * After one that is no {@link RemoteConflictException}, a write may have happened or not.
 */
public interface ObjectStore extends Closeable {
    /** The beginning of the names of objects that may be large, of many megabytes. All others are small. */
    String LARGE = "snapshots/";

    /** The object with this name; empty where there is none. */
    Optional<RemoteObject> get(String name) throws IOException;

    /**
     * Writes an object that must not exist yet.
     *
     * @return its version
     * @throws RemoteConflictException when there is one; it may be this very one, where an answer was lost and the request repeated
     */
    String create(String name, byte[] data) throws IOException;

    /**
     * Writes an object over one that must still have this version.
     *
     * @return its new version
     * @throws RemoteConflictException when it has another one, or is gone; that may be this very write, as for {@link #create}
     */
    String replace(String name, byte[] data, String version) throws IOException;

    /** The names that begin so, in the order of their characters. */
    List<String> list(String prefix) throws IOException;

    /** Deletes objects; one that is not there is fine. */
    void delete(Collection<String> names) throws IOException;

    /**
     * Takes the store's own lease on an existing object, where it has such a thing: while it is held and renewed nobody else can
     * write that object, and {@link #replace} from here goes through it.
     *
     * @return empty where the store has no leases
     * @throws RemoteConflictException when somebody else holds it
     */
    default Optional<RemoteLease> lease(String name) throws IOException {
        return Optional.empty();
    }

    /** The store as people know it, such as {@code bucket "acme", folder "production"}. */
    String description();

    /** Gives connections back. */
    @Override
    void close();
}
