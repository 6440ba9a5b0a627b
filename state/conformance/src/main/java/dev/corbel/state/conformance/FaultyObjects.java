package dev.corbel.state.conformance;

import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteConflictException;
import dev.corbel.state.remote.RemoteLease;
import dev.corbel.state.remote.RemoteObject;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A connection to a store on which calls fail and answers get lost. */
public final class FaultyObjects implements ObjectStore {
    private final ObjectStore store;
    private Trouble trouble;
    private long calls;

    public FaultyObjects(ObjectStore store, Trouble trouble) {
        this.store = store;
        this.trouble = trouble;
    }

    /** The number of calls, with the failed ones. */
    public synchronized long calls() {
        return calls;
    }

    /** The trouble from now on. */
    public synchronized void set(Trouble next) {
        trouble = next;
    }

    private interface Call<T> {
        T make() throws IOException;
    }

    private <T> T call(String operation, String name, Call<T> call) throws IOException {
        Trouble.Fault fault;
        synchronized (this) {
            calls++;
            fault = trouble.next(operation, name);
        }
        if (fault == Trouble.Fault.REFUSED) {
            throw new IOException("Cannot " + operation + " " + name + " in " + store.description() + ": unreachable");
        }
        if (fault == Trouble.Fault.TRY_AGAIN) {
            throw new RemoteConflictException("Cannot " + operation + " " + name + " now: another write is on its way");
        }
        T result = call.make();
        synchronized (this) {
            trouble.after(operation, name);
        }
        if (fault == Trouble.Fault.ANSWER_LOST) {
            throw new IOException("Cannot " + operation + " " + name + " in " + store.description() + ": no answer");
        }
        return result;
    }

    @Override
    public Optional<RemoteObject> get(String name) throws IOException {
        return call("get", name, () -> store.get(name));
    }

    @Override
    public String create(String name, byte[] data) throws IOException {
        return call("create", name, () -> store.create(name, data));
    }

    @Override
    public String replace(String name, byte[] data, String version) throws IOException {
        return call("replace", name, () -> store.replace(name, data, version));
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        return call("list", prefix, () -> store.list(prefix));
    }

    @Override
    public void delete(Collection<String> names) throws IOException {
        call("delete", String.join(", ", names), () -> {
            store.delete(names);
            return true;
        });
    }

    @Override
    public Optional<RemoteLease> lease(String name) throws IOException {
        return call("lease", name, () -> store.lease(name)).map(lease -> new RemoteLease() {
            @Override
            public void renew() throws IOException {
                call("renew", name, () -> {
                    lease.renew();
                    return true;
                });
            }

            @Override
            public void release() throws IOException {
                call("release", name, () -> {
                    lease.release();
                    return true;
                });
            }
        });
    }

    @Override
    public String description() {
        return store.description();
    }

    @Override
    public void close() {
        store.close();
    }
}
