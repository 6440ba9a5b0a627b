package dev.corbel.providers.simulator;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The simulated service, without time and log. A call that is told to fail throws before it writes. */
final class SimObjectStore {
    private final ObjectFiles files;
    private final ObjectNames names;
    private final ObjectLocks locks;

    SimObjectStore(Path directory) {
        AtomicFiles writer = new AtomicFiles(directory.resolve("temporary"));
        this.files = new ObjectFiles(directory.resolve("objects"), writer);
        this.names = new ObjectNames(directory.resolve("names"), files, new ObjectScan(files), writer);
        this.locks = new ObjectLocks(directory);
    }

    /** What the folder does not let work; of the whole simulator where it is no folder at all. */
    ProviderException failure(IOException cause) {
        return Failures.folder(cause, !files.isUsable());
    }

    Optional<SimObject> read(String id) throws IOException {
        return files.read(id);
    }

    Optional<SimObject> findByName(String name) throws IOException {
        return names.find(name);
    }

    /** The object that the operation with this token made. */
    Optional<SimObject> findByToken(String token) throws IOException {
        Optional<SimObject> first =
                readable(idOf(token)).filter(object -> object.token().equals(token));
        if (first.isPresent()) {
            return first;
        }
        for (String id : files.ids()) {
            Optional<SimObject> object =
                    readable(id).filter(candidate -> candidate.token().equals(token));
            if (object.isPresent()) {
                return object;
            }
        }
        return Optional.empty();
    }

    /** The objects that are on another one; those that cannot be read are on none. */
    List<SimObject> attached() throws IOException {
        List<SimObject> attached = new ArrayList<>();
        for (String id : files.ids()) {
            if (files.mentions(id, SimObject.PARENT)) {
                readable(id).filter(object -> object.parent().isPresent()).ifPresent(attached::add);
            }
        }
        return attached;
    }

    /** The objects that an operation made, of those that nobody knows; those that cannot be read are nobody's. */
    List<SimObject> made(Predicate<String> known) throws IOException {
        List<SimObject> made = new ArrayList<>();
        for (String id : files.ids()) {
            if (!known.test(id)) {
                readable(id).filter(object -> !object.token().isEmpty()).ifPresent(made::add);
            }
        }
        return made;
    }

    List<String> ids() throws IOException {
        return files.ids();
    }

    /** Makes an object, or gives the one that the same operation made before where its identity class allows that. */
    SimObject create(MapValue planned, String token, IdentityClass identity)
            throws ProviderException, IOException, InterruptedException {
        if (Failures.named(planned, "create")) {
            throw new ProviderException(Failures.injected("create"));
        }
        Optional<String> name = planned.text(SimObjectSchema.NAME);
        SimObject object;
        try (ObjectLocks.Held held = locks.acquire(name.map(ObjectNames::key).orElse(idOf(token)))) {
            object = createOrReplay(planned, name, token, identity);
        }
        if (Failures.named(planned, Failures.CREATE_PARTIAL)) {
            throw new ProviderException(Failures.injected(Failures.CREATE_PARTIAL), object.state());
        }
        return object;
    }

    private SimObject createOrReplay(MapValue planned, Optional<String> name, String token, IdentityClass identity)
            throws ProviderException, IOException {
        Optional<SimObject> same = files.read(idOf(token));
        boolean replays = identity == IdentityClass.CLIENT_TOKEN || identity == IdentityClass.NATURAL_KEY;
        if (replays && same.isPresent() && same.get().token().equals(token)) {
            return same.get();
        }
        String id = same.isEmpty() ? idOf(token) : idOf(UUID.randomUUID().toString());
        if (name.isPresent()) {
            Optional<SimObject> other = names.find(name.get());
            if (other.isPresent()) {
                throw Failures.nameTaken(name.get(), other.get().id());
            }
            names.point(name.get(), id);
        }
        SimObject object = SimObject.created(id, planned, token);
        files.write(object);
        return object;
    }

    SimObject update(String id, MapValue planned) throws ProviderException, IOException, InterruptedException {
        try (ObjectLocks.Held held = locks.acquire(id)) {
            SimObject object = files.read(id).orElseThrow(() -> Failures.gone(id));
            if (Failures.named(planned, "update") || object.failsOn("update")) {
                throw new ProviderException(Failures.injected("update"), object.state());
            }
            SimObject updated = object.updated(planned);
            files.write(updated);
            return updated;
        }
    }

    /** Gives what was there. A file that holds no object goes too. */
    Optional<SimObject> delete(String id) throws ProviderException, IOException, InterruptedException {
        Optional<SimObject> object;
        try (ObjectLocks.Held held = locks.acquire(id)) {
            object = readable(id);
            if (object.isPresent() && object.get().failsOn("delete")) {
                throw new ProviderException(
                        Failures.injected("delete"), object.get().state());
            }
            if (object.isPresent() && object.get().isProtected()) {
                throw Failures.isProtected(object.get());
            }
            files.delete(id);
        }
        Optional<String> name = object.flatMap(SimObject::name);
        if (name.isPresent()) {
            try (ObjectLocks.Held held = locks.acquire(ObjectNames.key(name.get()))) {
                names.forget(name.get(), id);
            }
        }
        return object;
    }

    private Optional<SimObject> readable(String id) throws IOException {
        try {
            return files.read(id);
        } catch (CorruptFileException corrupt) {
            return Optional.empty();
        }
    }

    private static String idOf(String token) {
        return "sim-" + Checksum.of(token).substring(0, 16);
    }
}
