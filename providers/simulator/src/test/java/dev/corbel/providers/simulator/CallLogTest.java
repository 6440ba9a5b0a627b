package dev.corbel.providers.simulator;

import static dev.corbel.providers.simulator.SimulatorFixture.attributes;
import static dev.corbel.providers.simulator.SimulatorFixture.failure;
import static dev.corbel.providers.simulator.SimulatorFixture.id;
import static dev.corbel.providers.simulator.SimulatorFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a clock of its own, in which time passes by sleeping only. */
class CallLogTest {
    private static final Instant START = Instant.parse("2025-03-01T12:00:00.000000001Z");

    @TempDir
    Path project;

    private SimulatorFixture simulator;
    private Instant now = START;
    private final List<Integer> filesAtSleep = new ArrayList<>();

    @BeforeEach
    void open() {
        simulator = new SimulatorFixture(project, new ProviderContext(project, "test", () -> now, this::sleep), "3 ms");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private void sleep(Duration duration) {
        String[] files = simulator.directory.resolve("objects").toFile().list();
        filesAtSleep.add(files == null ? 0 : files.length);
        now = now.plus(duration);
    }

    @Test
    void everyCallIsALineWithItsTimes() throws Exception {
        ObjectState object = simulator.create(attributes("name", Value.of("a"), "value", Value.of(1)));
        simulator.read(object);
        simulator.update(object, object.attributes().with("value", Value.of(2)));
        simulator.type.list(simulator.session);
        simulator.delete(object);

        assertThat(simulator.calls())
                .containsExactly(
                        line("create", Value.of(id(object)), Value.of("a"), 0, true),
                        line("read", Value.of(id(object)), Value.of("a"), 1, true),
                        line("update", Value.of(id(object)), Value.of("a"), 2, true),
                        line("list", Value.ofNull(), Value.ofNull(), 3, true),
                        line("delete", Value.of(id(object)), Value.of("a"), 4, true));
    }

    private static MapValue line(String op, Value id, Value name, int calls, boolean ok) {
        return attributes(
                "op", Value.of(op),
                "id", id,
                "name", name,
                "startedAt", Value.of("2025-03-01T12:00:00.%09dZ".formatted(1 + calls * 3_000_000)),
                "endedAt", Value.of("2025-03-01T12:00:00.%09dZ".formatted(1 + (calls + 1) * 3_000_000)),
                "ok", Value.of(ok));
    }

    @Test
    void aLineReadsLikeThis() throws IOException {
        failure(() -> simulator.create(attributes("name", Value.of("a"), "fail", texts("create"))));

        assertThat(Files.readString(simulator.directory.resolve("calls.jsonl")))
                .isEqualTo("{\"op\":\"create\",\"id\":null,\"name\":\"a\","
                        + "\"startedAt\":\"2025-03-01T12:00:00.000000001Z\","
                        + "\"endedAt\":\"2025-03-01T12:00:00.003000001Z\",\"ok\":false}\n");
    }

    @Test
    void theEffectHappensHalfWay() throws Exception {
        simulator.create(attributes("name", Value.of("a")));

        assertThat(filesAtSleep).containsExactly(0, 1);
    }

    @Test
    void failedCallsTakeTheirTimeAndAreLoggedAsFailed() throws Exception {
        ObjectState object = simulator.create(attributes("fail", texts("read", "update", "delete")));
        simulator.read(object);
        failure(() -> simulator.update(object, object.attributes()));
        failure(() -> simulator.delete(object));

        assertThat(simulator.calls().subList(1, 4))
                .containsExactly(
                        line("read", Value.of(id(object)), Value.ofNull(), 1, false),
                        line("update", Value.of(id(object)), Value.ofNull(), 2, false),
                        line("delete", Value.of(id(object)), Value.ofNull(), 3, false));
    }

    @Test
    void aPartialCreationIsLoggedAsFailedWithItsId() throws Exception {
        ObjectState object = failure(() -> simulator.create(attributes("fail", texts("create-partial"))))
                .object()
                .orElseThrow();

        assertThat(simulator.calls()).containsExactly(line("create", Value.of(id(object)), Value.ofNull(), 0, false));
    }

    @Test
    void readingManyTakesTheTimeOfOneAndLogsEach() throws Exception {
        ObjectState first = simulator.create(attributes("name", Value.of("a")));
        ObjectState second = simulator.create(attributes("name", Value.of("b")));
        Files.delete(simulator.file(id(second)));

        simulator.read(first, second);

        assertThat(simulator.calls().subList(2, 4))
                .containsExactly(
                        line("read", Value.of(id(first)), Value.of("a"), 2, true),
                        line("read", Value.of(id(second)), Value.of("b"), 2, true));
    }

    @Test
    void aLogThatSomebodyDeletedBeginsAnew() throws Exception {
        simulator.create(attributes("name", Value.of("a")));
        Files.delete(simulator.directory.resolve("calls.jsonl"));

        simulator.create(attributes("name", Value.of("b")));

        assertThat(simulator.calls()).hasSize(1);
    }

    @Test
    void anInterruptionBeforeTheEffectFailsTheCall() throws Exception {
        try (SimulatorFixture interrupted = interruptedAtSleep(1)) {
            assertThat(failure(() -> interrupted.create(attributes("name", Value.of("a"))))
                            .getMessage())
                    .isEqualTo("The call was interrupted");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(interrupted.type.list(interrupted.session)).isEmpty();
            assertThat(interrupted.calls().get(0).get("ok")).isEqualTo(Value.of(false));
        }
    }

    @Test
    void anInterruptionAfterTheEffectStillGivesTheObject() throws Exception {
        try (SimulatorFixture interrupted = interruptedAtSleep(2)) {
            ObjectState object = interrupted.create(attributes("name", Value.of("a")));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(interrupted.type.list(interrupted.session)).containsExactly(id(object));
            assertThat(interrupted.calls().get(0).get("ok")).isEqualTo(Value.of(true));
        }
    }

    private SimulatorFixture interruptedAtSleep(int number) {
        List<Duration> sleeps = new ArrayList<>();
        ProviderContext.Sleeper sleeper = duration -> {
            sleeps.add(duration);
            if (sleeps.size() == number) {
                throw new InterruptedException("by the test");
            }
        };
        return new SimulatorFixture(project, new ProviderContext(project, "test", () -> now, sleeper), "3 ms");
    }
}
