package dev.corbel.providers.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The machine behind a host's address, which anybody may describe in {@code machines/ADDRESS.json}. Without such a file each
 * address has a machine of its own, which answers.
 *
 * @param id that it says of itself, whatever its address is
 * @param answers whether it can be reached
 */
record Machine(String address, String id, boolean answers) {

    /**
     * The machine at an address.
     *
     * @throws CorruptFileException where its file describes none
     */
    static Machine at(Path directory, String address) throws IOException {
        try {
            Path file = directory.resolve("machines").resolve(address + ".json");
            Value content = ValueJson.read(Files.readString(file));
            if (!(content instanceof MapValue description)) {
                throw new CorruptFileException(file, "it must be a JSON object");
            }
            return new Machine(
                    address,
                    description.text("id").orElse(address),
                    !description.get("answers").equals(Value.of(false)));
        } catch (NoSuchFileException | InvalidPathException none) {
            return new Machine(address, address, true);
        } catch (JsonProcessingException malformed) {
            throw new CorruptFileException(directory.resolve("machines").resolve(address + ".json"), "it is no JSON");
        }
    }

    /** The reason why no call reaches it; empty where calls do. */
    Optional<Diagnostic> unreachable() {
        return answers
                ? Optional.empty()
                : Optional.of(Diagnostic.error(
                                "The host at " + address + " does not answer",
                                "Its file in machines/ of the simulator's directory says so.")
                        .ofSession());
    }
}
