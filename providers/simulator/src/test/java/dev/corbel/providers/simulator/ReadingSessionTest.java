package dev.corbel.providers.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that only reads. */
class ReadingSessionTest {
    private static final Address ADDRESS = Address.resource("sim_object", "a");
    private static final MapValue CONFIGURATION = Value.map(Map.of("directory", Value.of(".simulator")));

    private final AtomicInteger calls = new AtomicInteger();
    private final SimObjectType type = new SimObjectType();

    @TempDir
    private Path project;

    private Session session() {
        return new SimulatorProvider()
                .open(
                        CONFIGURATION,
                        ProviderContext.system(project, "test").reading((service, more) -> calls.addAndGet(more)));
    }

    @Test
    void refusesToMakeAnythingAndLeavesNoTrace() {
        CreateRequest request = new CreateRequest(ADDRESS, MapValue.EMPTY, "token", Optional.empty());

        ProviderException refusal =
                catchThrowableOfType(ProviderException.class, () -> type.create(session(), request));

        assertThat(refusal.diagnostic().summary()).isEqualTo("The simulator only reads in this run");
        assertThat(project).isEmptyDirectory();
        assertThat(calls).hasValue(0);
    }

    @Test
    void findsWhatIsOnAnObjectWithOneLook() throws IOException {
        Path objects = Files.createDirectories(project.resolve(".simulator/objects"));
        Files.writeString(objects.resolve("one.json"), "{\"parent\": \"sim-1\", \"danger\": \"lets everybody in\"}");
        Files.writeString(objects.resolve("two.json"), "{\"value\": \"parent\"}");
        Files.writeString(objects.resolve("three.json"), "{\"parent\": no JSON");

        List<Attached> attached = type.listAttached(session(), List.of(parent("sim-1"), parent("sim-2")));

        assertThat(attached.get(0).objects())
                .singleElement()
                .satisfies(object -> assertThat(object.id()).isEqualTo("one"))
                .satisfies(object -> assertThat(object.danger()).contains("lets everybody in"));
        assertThat(attached.get(1)).isEqualTo(Attached.NONE);
        assertThat(calls).hasValue(1);
    }

    private static Parent parent(String id) {
        return new Parent(ADDRESS, new ObjectState(Value.map(Map.of("id", Value.of(id)))), Set.of());
    }
}
