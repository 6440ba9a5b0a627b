package dev.corbel.providers.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A simulator in a folder, with shorthands for its calls. */
final class SimulatorFixture implements AutoCloseable {
    static final Address ADDRESS = Address.resource("sim_object", "one");

    final ResourceType type = new SimObjectType();
    final Path directory;
    final Session session;

    SimulatorFixture(Path project) {
        this(project, ProviderContext.system(project, "test"), "0 ms");
    }

    SimulatorFixture(Path project, ProviderContext context, String latency) {
        directory = project.resolve("sky");
        session = new SimulatorProvider()
                .open(attributes("directory", Value.of("sky"), "latency", Value.of(latency)), context);
    }

    static MapValue attributes(Object... namesAndValues) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
        }
        return new MapValue(attributes);
    }

    static Value texts(String... texts) {
        return Value.list(List.of(texts).stream().map(text -> Value.of(text)).toList());
    }

    ObjectState create(MapValue planned) throws ProviderException {
        return create(planned, UUID.randomUUID().toString());
    }

    ObjectState create(MapValue planned, String token) throws ProviderException {
        return type.create(session, request(planned, token));
    }

    ResourceType.CreateRequest request(MapValue planned, String token) {
        MapValue complete = planned.with("id", Value.unknown())
                .with("revision", Value.unknown())
                .with("checksum", Value.unknown());
        return new ResourceType.CreateRequest(ADDRESS, complete, token, Optional.empty());
    }

    ObjectState update(ObjectState prior, MapValue planned) throws ProviderException {
        return type.update(
                session,
                new ResourceType.UpdateRequest(
                        ADDRESS, prior, planned, UUID.randomUUID().toString(), Optional.empty()));
    }

    void delete(ObjectState prior) throws ProviderException {
        type.delete(
                session,
                new ResourceType.DeleteRequest(ADDRESS, prior, UUID.randomUUID().toString(), Optional.empty()));
    }

    List<ReadResult> read(ObjectState... priors) {
        return type.read(
                session,
                List.of(priors).stream()
                        .map(prior -> new ReadableType.ReadRequest(ADDRESS, prior))
                        .toList());
    }

    /** The failure of a call that must fail. */
    static ProviderException failure(ThrowingCallable call) {
        ProviderException failure = catchThrowableOfType(ProviderException.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }

    static String id(ObjectState object) {
        return object.attributes().text("id").orElseThrow();
    }

    Path file(String id) {
        return directory.resolve("objects").resolve(id + ".json");
    }

    MapValue content(String id) throws IOException {
        return (MapValue) ValueJson.read(Files.readString(file(id)));
    }

    void edit(String id, String attribute, Value value) throws IOException {
        Files.writeString(file(id), ValueJson.write(content(id).with(attribute, value)));
    }

    List<MapValue> calls() throws IOException {
        List<MapValue> calls = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("calls.jsonl"))) {
            calls.add((MapValue) ValueJson.read(line));
        }
        return calls;
    }

    @Override
    public void close() {
        session.close();
    }
}
