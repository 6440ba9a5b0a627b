package dev.corbel.state.conformance;

import dev.corbel.state.remote.LeaseTime;
import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteConflictException;
import dev.corbel.state.remote.RemoteLease;
import dev.corbel.state.remote.RemoteObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store of objects in memory, for tests. Any number of connections may be made to it. */
public final class InMemoryObjectStore {
    private final @Nullable LeaseTime leases;
    private final Duration leaseLength;
    private final boolean conditions;
    private final TreeMap<String, RemoteObject> objects = new TreeMap<>();
    private final Map<String, Lease> leased = new HashMap<>();
    private long versions;

    /** A store without leases. */
    public InMemoryObjectStore() {
        this(null, Duration.ZERO, true);
    }

    private InMemoryObjectStore(@Nullable LeaseTime leases, Duration leaseLength, boolean conditions) {
        this.leases = leases;
        this.leaseLength = leaseLength;
        this.conditions = conditions;
    }

    /** A store with leases that end by a clock. */
    public static InMemoryObjectStore withLeases(LeaseTime time, Duration length) {
        return new InMemoryObjectStore(time, length, true);
    }

    /** A store that writes whatever it is asked to, as stores do that do not know of conditions. */
    public static InMemoryObjectStore ignoringConditions() {
        return new InMemoryObjectStore(null, Duration.ZERO, false);
    }

    public ObjectStore connect() {
        return new Connection("");
    }

    /** Connects to a part of the place. */
    public ObjectStore connect(String folder) {
        return new Connection(folder + "/");
    }

    /** Deletes everything, without asking. */
    public synchronized void clear() {
        objects.clear();
    }

    /** All that there is, by name. */
    public synchronized Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new TreeMap<>();
        objects.forEach((name, object) -> contents.put(name, object.data()));
        return contents;
    }

    /** Writes without any condition, as somebody might who knows no better. */
    public synchronized void put(String name, byte[] data) {
        keep(name, data);
    }

    private String keep(String name, byte[] data) {
        String version = "v" + ++versions;
        objects.put(name, new RemoteObject(data, version));
        return version;
    }

    private synchronized Optional<RemoteObject> find(String name) {
        return Optional.ofNullable(objects.get(name));
    }

    private synchronized String create(String name, byte[] data) throws IOException {
        if (conditions && objects.containsKey(name)) {
            throw new RemoteConflictException(name + " exists");
        }
        return keep(name, data);
    }

    private synchronized String replace(String name, byte[] data, String version, @Nullable Lease lease)
            throws IOException {
        if (conditions) {
            RemoteObject present = objects.get(name);
            if (present == null || !present.version().equals(version)) {
                throw new RemoteConflictException(name + " has another version");
            }
            Lease held = leased.get(name);
            if (held != null && held != lease && !held.isOver()) {
                throw new RemoteConflictException(name + " is leased");
            }
        }
        return keep(name, data);
    }

    private synchronized List<String> list(String prefix) {
        return objects.tailMap(prefix, true).keySet().stream()
                .takeWhile(name -> name.startsWith(prefix))
                .toList();
    }

    private synchronized void delete(String name) {
        objects.remove(name);
    }

    private synchronized void lease(String name, Lease lease) throws IOException {
        if (!objects.containsKey(name)) {
            throw new IOException(name + " does not exist");
        }
        Lease other = leased.get(name);
        if (other != null && other.holder != lease.holder && !other.isOver()) {
            throw new RemoteConflictException(name + " is leased");
        }
        leased.put(name, lease);
    }

    private synchronized void renew(String name, Lease lease) throws IOException {
        if (leased.get(name) != lease) {
            throw new RemoteConflictException("the lease on " + name + " is lost");
        }
        lease.prolong();
    }

    private synchronized void release(String name, Lease lease) {
        leased.remove(name, lease);
    }

    /** Until when somebody alone may write an object. */
    private final class Lease {
        private final Connection holder;
        private final LeaseTime time;
        private long end;

        Lease(Connection holder, LeaseTime time) {
            this.holder = holder;
            this.time = time;
            prolong();
        }

        void prolong() {
            end = time.nanos() + leaseLength.toNanos();
        }

        boolean isOver() {
            return time.nanos() - end >= 0;
        }
    }

    /** A client of the place. */
    private final class Connection implements ObjectStore {
        private final String folder;
        private final Map<String, Lease> held = new HashMap<>();

        Connection(String folder) {
            this.folder = folder;
        }

        @Override
        public Optional<RemoteObject> get(String name) {
            return find(folder + name);
        }

        @Override
        public String create(String name, byte[] data) throws IOException {
            return InMemoryObjectStore.this.create(folder + name, data);
        }

        @Override
        public String replace(String name, byte[] data, String version) throws IOException {
            Lease lease;
            synchronized (held) {
                lease = held.get(name);
            }
            return InMemoryObjectStore.this.replace(folder + name, data, version, lease);
        }

        @Override
        public List<String> list(String prefix) {
            return InMemoryObjectStore.this.list(folder + prefix).stream()
                    .map(name -> name.substring(folder.length()))
                    .toList();
        }

        @Override
        public void delete(Collection<String> names) {
            names.forEach(name -> InMemoryObjectStore.this.delete(folder + name));
        }

        @Override
        public Optional<RemoteLease> lease(String name) throws IOException {
            LeaseTime time = leases;
            if (time == null) {
                return Optional.empty();
            }
            Lease lease = new Lease(this, time);
            InMemoryObjectStore.this.lease(folder + name, lease);
            synchronized (held) {
                held.put(name, lease);
            }
            return Optional.of(new RemoteLease() {
                @Override
                public void renew() throws IOException {
                    InMemoryObjectStore.this.renew(folder + name, lease);
                }

                @Override
                public void release() {
                    synchronized (held) {
                        held.remove(name, lease);
                    }
                    InMemoryObjectStore.this.release(folder + name, lease);
                }
            });
        }

        @Override
        public String description() {
            return folder.isEmpty() ? "memory" : "memory, folder \"" + folder.substring(0, folder.length() - 1) + "\"";
        }

        @Override
        public void close() {}
    }
}
