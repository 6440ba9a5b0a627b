package dev.corbel.engine.backend;

import dev.corbel.engine.environment.Environment;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.StateBackend;
import dev.corbel.state.backend.FolderName;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.local.PrivateFiles;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The newest state that this project saw of an environment, in {@code .corbel/seen/NAME.json}: a protection against rollback.
 * Nothing in a backend can tell that all of it was put back as it once was, or that it was emptied; whoever was there before
 * can. Holds nothing of the state's content, and is a courtesy: without the file nothing is compared.
 */
public final class StateWatermark {
    private static final String FOLDER = ".corbel/seen/";

    private final String environment;
    private final BackendLocation backend;
    private final String name;
    private final Path file;

    /**
     * A state, as it was seen.
     *
     * @param instances how many there were in it
     * @param backend the title of the backend where it was
     */
    private record Sight(String lineage, long serial, long instances, String backend) {}

    /**
     * The watermark of an environment.
     *
     * @param backend where its state is now
     */
    public StateWatermark(Environment environment, BackendLocation backend) {
        this.backend = backend;
        this.environment = environment.name();
        this.name = FOLDER + FolderName.of(environment.name()) + ".json";
        this.file = environment.project().resolve(name);
    }

    /** Refuses a state that is older than the watermark, or none where there was one. */
    public void check(State found) {
        Optional<Sight> last = read();
        if (last.isEmpty()) {
            return;
        }
        Sight seen = last.get();
        if (found.serial() == 0 && seen.instances() > 0 && !isDeletedFolder(seen)) {
            throw new DiagnosticsException(Diagnostic.error(
                            "The state of environment \"" + environment + "\" is gone",
                            "There is none in %s. The last one that this project saw had serial %d, in %s. A plan without it would create everything again."
                                    .formatted(backend.title(), seen.serial(), seen.backend()))
                    .withHint("Where the state block has changed: corbel state migrate " + environment
                            + " --from FILE, with the definition as it was. To start anew and forget all that exists, delete "
                            + name + "."));
        }
        if (found.lineage().equals(seen.lineage()) && found.serial() < seen.serial()) {
            throw new DiagnosticsException(Diagnostic.error(
                            "The state of environment \"" + environment + "\" is older than it was",
                            "In %s it has serial %d. The last one that this project saw had serial %d, in %s. A plan from an old copy would undo or repeat what was done since."
                                    .formatted(backend.title(), found.serial(), seen.serial(), seen.backend()))
                    .withHint("Find out who put it back. Where the old one is right, delete " + name + "."));
        }
    }

    /** Warnings of a state beside the project that is gone: somebody may have wanted that, or not. */
    public List<Diagnostic> warnings(State found) {
        return read().filter(seen -> found.serial() == 0 && seen.instances() > 0 && isDeletedFolder(seen)).stream()
                .map(this::startsAnew)
                .toList();
    }

    private Diagnostic startsAnew(Sight seen) {
        return Diagnostic.warning(
                        "The state of environment \"" + environment + "\" is gone, so this starts anew",
                        "There is none in %s. The last one that this project saw there had serial %d and %s, and a plan without it creates them again."
                                .formatted(
                                        backend.title(),
                                        seen.serial(),
                                        seen.instances() == 1 ? "1 instance" : seen.instances() + " instances"))
                .withHint("Where that was not meant to be, put .corbel/state/" + FolderName.of(environment)
                        + " back before you apply. The next apply ends this warning, and so does deleting " + name
                        + ".");
    }

    /** Whether the folder beside the project was deleted, as people do to start anew. */
    private boolean isDeletedFolder(Sight seen) {
        return backend.isLocal() && seen.backend().equals(backend.title());
    }

    /**
     * Forgets the watermark where state beside the project cannot be read: then people are told to put an older one in its
     * place.
     *
     * @param store that could not be opened, for whatever reason
     */
    public void forgetUnreadable(StateBackend store) {
        if (!backend.isLocal()) {
            return;
        }
        try {
            store.read();
        } catch (DiagnosticsException unreadable) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException cannot) {
                // Then people are told about the file, too.
            }
        }
    }

    /** A document that is pushed with force, so that it gets a serial that no state had which was seen. */
    public StateDocument above(StateDocument document) {
        State state = document.state();
        long serial = read().map(Sight::serial).orElse(0L);
        return serial <= state.serial()
                ? document
                : new StateDocument(
                        state.as(state.environment(), state.lineage(), serial),
                        document.engineVersion(),
                        document.journal(),
                        document.interrupted());
    }

    /** Raises the watermark to a state. */
    public void note(State now) {
        Sight sight = new Sight(now.lineage(), now.serial(), now.instances().size(), backend.title());
        if (now.serial() == 0 || read().filter(sight::equals).isPresent()) {
            return;
        }
        try {
            PrivateFiles.createOwnFolder(file.resolveSibling(""));
            Path next = Files.createTempFile(file.getParent(), "seen-", ".tmp");
            Files.writeString(
                    next,
                    ValueJson.write(Value.map(new TreeMap<>(Map.of(
                            "lineage", Value.of(sight.lineage()),
                            "serial", Value.of(sight.serial()),
                            "instances", Value.of(sight.instances()),
                            "place", Value.of(sight.backend()))))));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cannot) {
            // Then the next run compares with what was seen before.
        }
    }

    private Optional<Sight> read() {
        try {
            return ValueJson.read(Files.readString(file)) instanceof MapValue map
                    ? Optional.of(new Sight(
                            map.text("lineage").orElseThrow(),
                            number(map, "serial"),
                            number(map, "instances"),
                            map.text("place").orElseThrow()))
                    : Optional.empty();
        } catch (NoSuchFileException nothing) {
            return Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static long number(MapValue map, String name) {
        return ((NumberValue) map.get(name)).value().longValueExact();
    }
}
