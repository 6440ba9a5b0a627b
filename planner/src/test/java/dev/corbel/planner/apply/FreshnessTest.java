package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.declared;
import static dev.corbel.planner.apply.TestProject.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved plans, and those older than a minute, are held against reality before each write. */
class FreshnessTest {
    private static final String A = "fake_object.a";
    private static final String B = "fake_object.b";
    private static final Instant NOW = Instant.parse("2025-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final ScriptedProvider fake = new ScriptedProvider();
    private TestProject project;

    @BeforeEach
    void open() {
        project = new TestProject(folder, fake);
        project.apply(project.plan()
                .create(declared(A).with("value", "x"))
                .create(declared(B).with("value", "x")));
        fake.calls.clear();
    }

    @Test
    void anObjectThatIsAsThePlanSawItIsWritten() {
        fake.reading = present("x");

        ApplyResult result =
                project.apply(writes(NOW), request -> at(NOW, request).withSaved(true));

        assertThat(result.succeeded()).isTrue();
        assertThat(fake.calls).containsExactly("read " + A, "update " + A, "read " + B, "delete " + B);
    }

    @Test
    void aPlanOfUpToAMinuteNeedsNoSecondReading() {
        ApplyResult result = project.apply(writes(NOW), request -> at(NOW.plusSeconds(60), request));

        assertThat(result.succeeded()).isTrue();
        assertThat(fake.calls).containsExactly("update " + A, "delete " + B);
    }

    @Test
    void anOlderPlanStopsWhereAnObjectChanged() {
        fake.reading = present("y");

        ApplyResult result = project.apply(writes(NOW), request -> at(NOW.plusSeconds(61), request));

        assertThat(story(result))
                .containsExactly(
                        "UPDATE fake_object.a FAILED", "DELETE fake_object.b SKIPPED because of fake_object.a");
        assertThat(fake.calls).containsExactly("read " + A);
        assertThat(result.diagnostics()).extracting(TestProject::text).containsExactly("""
                fake_object.a: fake_object.a has changed since the plan was made
                The attribute "value" was "x", but is "y".
                Nothing was done to it. Plan and apply again.""");
    }

    @Test
    void anObjectThatIsGoneStopsItsBranch() {
        fake.reading = new ReadResult.Absent();

        ApplyResult result =
                project.apply(writes(NOW), request -> at(NOW, request).withSaved(true));

        assertThat(result.diagnostics()).extracting(TestProject::text).containsExactly("""
                fake_object.a: fake_object.a has changed since the plan was made
                It is gone.
                Nothing was done to it. Plan and apply again.""");
    }

    @Test
    void anObjectThatWasToBeDeletedMayBeGone() {
        fake.reading = new ReadResult.Absent();

        ApplyResult result =
                project.apply(project.plan().createdAt(NOW).delete(B).build(), request -> at(NOW, request)
                        .withSaved(true));

        assertThat(story(result)).containsExactly("DELETE fake_object.b DONE");
        assertThat(fake.calls).containsExactly("read " + B);
        assertThat(result.state().instances().keySet()).map(Object::toString).containsExactly(A);
    }

    @Test
    void anObjectThatCannotBeReadStopsItsBranch() {
        fake.reading = new ReadResult.Unreadable(Diagnostic.error("The service is down", "Try again later."));

        ApplyResult result =
                project.apply(writes(NOW), request -> at(NOW, request).withSaved(true));

        assertThat(result.diagnostics())
                .extracting(TestProject::text)
                .containsExactly("fake_object.a: The service is down\nTry again later.");
    }

    private Plan writes(Instant createdAt) {
        return project.plan()
                .createdAt(createdAt)
                .update(declared(A).with("value", "new"))
                .delete(B, 0)
                .build();
    }

    private static ApplyRequest at(Instant time, ApplyRequest request) {
        return request.withClock(() -> time);
    }

    private static ReadResult present(String value) {
        return new ReadResult.Present(
                new ObjectState(Value.map(Map.of("id", Value.of("made"), "value", Value.of(value)))));
    }
}
