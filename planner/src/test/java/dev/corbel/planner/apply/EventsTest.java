package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.declared;
import static dev.corbel.planner.apply.TestPlan.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.plan.Operation;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsTest {
    private static final Instant START = Instant.parse("2025-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> events = new ArrayList<>();

    @Test
    void everyOperationTellsHowItBeginsAndEnds() {
        ScriptedProvider fake = new ScriptedProvider();
        fake.update = planned -> {
            throw new ProviderException(Diagnostic.error("No", ""));
        };
        TestProject project = new TestProject(folder, fake);
        project.apply(project.plan().create(declared("fake_object.a")));

        project.apply(
                project.plan()
                        .create(declared("fake_object.b"))
                        .update(declared("fake_object.a").with("value", "x"), 0)
                        .create(declared("fake_object.c").with("value", reference("fake_object.a", "id")), 1)
                        .unchanged(declared("fake_object.d"), 0)
                        .build(),
                request -> request.withListener(event -> events.add(text(event))));

        assertThat(events)
                .containsExactly(
                        "0 CREATE fake_object.b started",
                        "0 CREATE fake_object.b finished with id made",
                        "1 UPDATE fake_object.a started",
                        "1 UPDATE fake_object.a failed: No",
                        "2 CREATE fake_object.c skipped because of fake_object.a");
    }

    @Test
    void aNoteIsToldWhenTheCreationBegins() {
        ScriptedProvider fake = new ScriptedProvider();
        fake.note =
                planned -> Optional.of("point it to " + planned.text("value").orElse(""));
        TestProject project = new TestProject(folder, fake);

        project.apply(
                project.plan()
                        .create(declared("fake_object.a").with("value", "ns-1"))
                        .build(),
                request -> request.withListener(event -> events.add(text(event))));

        assertThat(events)
                .containsExactly(
                        "0 CREATE fake_object.a started",
                        "0 CREATE fake_object.a noted: point it to ns-1",
                        "0 CREATE fake_object.a finished with id made");
    }

    @Test
    void whatIsDeletedIsNamedByItsOwnId() {
        ScriptedProvider fake = new ScriptedProvider();
        fake.create = planned -> new ObjectState(planned.with("id", Value.of("old")));
        TestProject project = new TestProject(folder, fake);
        project.apply(project.plan().create(declared("fake_object.a")).create(declared("fake_object.b")));
        fake.create = planned -> new ObjectState(planned.with("id", Value.of("new")));

        project.apply(
                project.plan()
                        .createFirst(declared("fake_object.a"), "k1")
                        .deleteDeposed("fake_object.a", "k1", 0)
                        .delete("fake_object.b")
                        .build(),
                request -> request.withParallelism(1).withListener(event -> events.add(text(event))));

        assertThat(events)
                .filteredOn(event -> event.contains("finished"))
                .containsExactlyInAnyOrder(
                        "0 CREATE fake_object.a finished with id new",
                        "1 DELETE fake_object.a finished with id old",
                        "2 DELETE fake_object.b finished with id old");
    }

    @Test
    void whatTakesLongIsRemindedOfEveryTenSeconds() {
        AtomicReference<Instant> now = new AtomicReference<>(START);
        Operation operation = new Operation(
                Operation.Kind.CREATE,
                Optional.of(TestPlan.address("fake_object.a")),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of());
        Progress progress = new Progress(List.of(operation), event -> events.add(text(event)), now::get);

        progress.start(0);
        for (int second = 1; second <= 25; second++) {
            now.set(START.plusSeconds(second));
            progress.remind();
        }
        progress.finish(0, OperationReport.Outcome.DONE, Optional.empty());
        progress.remind();
        progress.close();
        progress.start(0);

        assertThat(events)
                .containsExactly(
                        "0 CREATE fake_object.a started",
                        "0 CREATE fake_object.a still running after " + Duration.ofSeconds(10),
                        "0 CREATE fake_object.a still running after " + Duration.ofSeconds(20),
                        "0 CREATE fake_object.a finished");
    }

    private static String text(ApplyEvent event) {
        Operation operation = event.operation();
        String head = event.number() + " " + operation.kind() + " "
                + operation.address().map(Object::toString).orElse("");
        if (event instanceof ApplyEvent.Noted noted) {
            return head + " noted: " + noted.note();
        }
        if (event instanceof ApplyEvent.StillRunning running) {
            return head + " still running after " + running.elapsed();
        }
        if (event instanceof ApplyEvent.Finished finished) {
            return head + " finished"
                    + finished.id().map(id -> " with id " + id).orElse("");
        }
        if (event instanceof ApplyEvent.Failed failed) {
            return head + " failed: " + failed.diagnostics().get(0).summary();
        }
        if (event instanceof ApplyEvent.Skipped skipped) {
            return head + " skipped because of "
                    + skipped.because()
                            .flatMap(Operation::address)
                            .map(Object::toString)
                            .orElse("");
        }
        return head + " started";
    }
}
