package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateDocumentReader;
import dev.corbel.state.model.ResourceInstance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects that exist, and whether state knows them all and no others. */
final class SimulatedCloud {
    private final Path objects;

    SimulatedCloud(Path directory) {
        this.objects = directory.resolve("objects");
    }

    /** The cloud of a project that says nothing of its directory. */
    static SimulatedCloud of(Path project) {
        return new SimulatedCloud(project.resolve(".simulator"));
    }

    List<String> ids() {
        return objects().stream().map(object -> object.text("id").orElseThrow()).toList();
    }

    /** The object that an operation made. */
    Optional<String> idOf(String operation) {
        return objects().stream()
                .filter(object -> object.text("token").orElse("").equals(operation))
                .findFirst()
                .flatMap(object -> object.text("id"));
    }

    private List<MapValue> objects() {
        if (!Files.isDirectory(objects)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(objects)) {
            List<MapValue> found = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                found.add((MapValue) ValueJson.read(Files.readString(file)));
            }
            return found;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Neither orphan nor duplicate, nothing deposed, tainted or interrupted. */
    void expectWhatStateKnows(Operator operator, int resources) {
        StateDocument document = pulled(operator.run("state", "pull"));
        List<String> known = new ArrayList<>();
        for (ResourceInstance instance : document.state().instances().values()) {
            assertThat(instance.deposed())
                    .as("deposed objects of %s", instance.address())
                    .isEmpty();
            assertThat(instance.current())
                    .as("the object of %s", instance.address())
                    .hasValueSatisfying(object -> {
                        assertThat(object.tainted()).as("tainted").isFalse();
                        object.attributes()
                                .text("checksum")
                                .ifPresent(own ->
                                        known.add(object.attributes().text("id").orElseThrow()));
                    });
        }
        assertThat(document.interrupted()).isEmpty();
        assertThat(known).as("objects in state").containsExactlyInAnyOrderElementsOf(ids());
        assertThat(known).hasSize(resources);
    }

    static StateDocument pulled(CommandRun pull) {
        assertThat(pull.exitCode()).as(pull.err()).isZero();
        try {
            return StateDocumentReader.read(new ByteArrayInputStream(pull.out().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
