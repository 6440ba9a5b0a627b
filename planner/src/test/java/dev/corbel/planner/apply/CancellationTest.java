package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.address;
import static dev.corbel.planner.apply.TestPlan.declared;
import static dev.corbel.planner.apply.TestProject.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CancellationTest {
    private static final String A = "fake_object.a";
    private static final String B = "fake_object.b";

    @TempDir
    private Path folder;

    private final ScriptedProvider fake = new ScriptedProvider();
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch proceed = new CountDownLatch(1);
    private TestProject project;

    @BeforeEach
    void open() {
        project = new TestProject(folder, fake);
    }

    @Test
    void theFirstRequestLetsRunningCallsFinishAndStartsNothingNew() throws InterruptedException {
        fake.create = planned -> {
            started.countDown();
            waitFor(proceed);
            return new ObjectState(planned.with("id", Value.of("made")));
        };
        CompletableFuture<ApplyResult> running = applyTwo();

        started.await();
        cancellation.request();
        proceed.countDown();
        ApplyResult result = running.join();

        assertThat(story(result)).containsExactly("CREATE fake_object.a DONE", "CREATE fake_object.b SKIPPED");
        assertThat(result.cancelled()).isTrue();
        assertThat(result.succeeded()).isFalse();
        assertThat(project.state().instances()).containsOnlyKeys(address(A));
        assertThat(interrupted()).isEmpty();
    }

    @Test
    void theSecondRequestInterruptsCallsAndLeavesTheirIntents() throws InterruptedException {
        fake.create = planned -> {
            started.countDown();
            try {
                proceed.await();
            } catch (InterruptedException stopped) {
                throw new ProviderException(Diagnostic.error("Interrupted", "")).because(stopped);
            }
            return new ObjectState(planned);
        };
        CompletableFuture<ApplyResult> running = applyTwo();

        started.await();
        cancellation.request();
        cancellation.request();
        ApplyResult result = running.join();

        assertInFlight(result);
    }

    @Test
    void aCallThatDoesNotListenIsAbandoned() throws InterruptedException {
        fake.create = planned -> {
            started.countDown();
            waitFor(proceed);
            return new ObjectState(planned.with("id", Value.of("made")));
        };
        CompletableFuture<ApplyResult> running = applyTwo();

        started.await();
        cancellation.request();
        cancellation.request();
        ApplyResult result = running.join();

        assertInFlight(result);
        proceed.countDown();
    }

    @Test
    void aRunThatWasCancelledBeforeItBeganDoesNothing() {
        cancellation.request();

        ApplyResult result = applyTwo().join();

        assertThat(story(result)).containsExactly("CREATE fake_object.a SKIPPED", "CREATE fake_object.b SKIPPED");
        assertThat(fake.calls).isEmpty();
    }

    private void assertInFlight(ApplyResult result) {
        assertThat(story(result))
                .startsWith("CREATE fake_object.a IN_FLIGHT")
                .hasSize(2)
                .last()
                .asString()
                .startsWith("CREATE fake_object.b SKIPPED");
        assertThat(result.diagnostics()).extracting(TestProject::text).containsExactly("""
                fake_object.a: Stopped during create of fake_object.a
                Nobody knows what came of the call. The journal says what was intended.""");
        assertThat(project.state().instances()).isEmpty();
        assertThat(interrupted()).containsExactly("CREATE fake_object.a");
    }

    private CompletableFuture<ApplyResult> applyTwo() {
        TestPlan plan = project.plan().create(declared(A)).create(declared(B), 0);
        return CompletableFuture.supplyAsync(
                () -> project.apply(plan.build(), request -> request.withCancellation(cancellation)
                        .withStopTimeout(Duration.ofMillis(1))),
                task -> new Thread(task).start());
    }

    private java.util.List<String> interrupted() {
        try (StateTransaction transaction = project.begin()) {
            return transaction.interrupted().stream()
                    .map(CancellationTest::text)
                    .toList();
        }
    }

    private static String text(Intent intent) {
        return intent.action() + " " + intent.address();
    }

    /** Waits through every interrupt. */
    private static void waitFor(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException ignored) {
                done = false;
            }
        }
    }
}
