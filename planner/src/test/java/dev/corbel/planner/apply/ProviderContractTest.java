package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.address;
import static dev.corbel.planner.apply.TestPlan.declared;
import static dev.corbel.planner.apply.TestPlan.reference;
import static dev.corbel.planner.apply.TestProject.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.StateObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that break their word, and those that fail in the ways that they may. */
class ProviderContractTest {
    private static final String A = "fake_object.a";

    @TempDir
    private Path folder;

    private final ScriptedProvider fake = new ScriptedProvider();
    private TestProject project;

    @BeforeEach
    void open() {
        project = new TestProject(folder, fake);
    }

    @Test
    void whatAllObjectsOfAProviderMeetIsToldOnce() {
        fake.create = planned -> {
            throw new ProviderException(Diagnostic.error("The credentials have expired", "They were refused.")
                    .ofSession());
        };
        TestPlan plan = project.plan();
        for (int number = 0; number < 5; number++) {
            plan.create(declared("fake_object.a" + number));
        }
        plan.create(declared("corbel_data.b"));

        ApplyResult result = project.apply(plan);

        assertThat(result.with(OperationReport.Outcome.FAILED)).hasSize(5);
        assertThat(result.with(OperationReport.Outcome.DONE)).hasSize(1);
        assertThat(result.diagnostics()).extracting(TestProject::text).containsExactly("""
                The credentials have expired
                They were refused.
                It concerns 5 objects of provider "fake": fake_object.a0, fake_object.a1, fake_object.a2 and 2 more.""");
    }

    @Test
    void aValueOtherThanPlannedIsTheProvidersErrorAndTheObjectIsStored() {
        fake.create = planned -> made(planned.with("value", Value.of("y")).with("size", Value.of(3)));

        ApplyResult result = project.apply(project.plan()
                .create(declared(A).with("value", "x"))
                .create(declared("fake_object.b").with("value", reference(A, "id")), 0));

        assertThat(result.diagnostics()).extracting(TestProject::text).containsExactly("""
                fake_object.a: Provider "fake" returned another value than planned
                The attribute "value" was planned to be "x", but is "y". This is a bug in the provider, not in the \
                definition; the object is recorded as it is.""", """
                fake_object.a: Provider "fake" returned another value than planned
                The attribute "size" was planned to be null, but is 3. This is a bug in the provider, not in the \
                definition; the object is recorded as it is.""");
        assertThat(story(result))
                .containsExactly(
                        "CREATE fake_object.a FAILED", "CREATE fake_object.b SKIPPED because of fake_object.a");
        StateObject object = project.state().current(address(A)).orElseThrow();
        assertThat(object.attributes().get("value")).isEqualTo(Value.of("y"));
        assertThat(object.tainted()).isFalse();
    }

    @Test
    void aSecretIsMaskedOnBothSides() {
        fake.create = planned -> made(planned.with("secret", Value.of("leaked")));

        ApplyResult result = project.apply(project.plan().create(declared(A).with("secret", "hidden")));

        assertThat(result.diagnostics()).extracting(TestProject::text).containsExactly("""
                fake_object.a: Provider "fake" returned another value than planned
                The attribute "secret" was planned to be (sensitive value), but is (sensitive value). This is a bug in \
                the provider, not in the definition; the object is recorded as it is.""");
    }

    @Test
    void anUpdateThatReturnsSomethingElseIsHeldToTheSame() {
        project.apply(project.plan().create(declared(A).with("value", "x")));
        fake.update = planned -> new ObjectState(planned.with("value", Value.of("z")));

        ApplyResult result = project.apply(project.plan().update(declared(A).with("value", "y")));

        assertThat(result.diagnostics()).extracting(TestProject::text).containsExactly("""
                fake_object.a: Provider "fake" returned another value than planned
                The attribute "value" was planned to be "y", but is "z". This is a bug in the provider, not in the \
                definition; the object is recorded as it is.""");
        assertThat(attributes().get("value")).isEqualTo(Value.of("z"));
    }

    @Test
    void anUnknownValueInAResultIsAnError() {
        fake.create = ObjectState::new;

        ApplyResult result = project.apply(project.plan().create(declared(A)));

        assertThat(result.diagnostics()).extracting(TestProject::text).containsExactly("""
                fake_object.a: Provider "fake" returned an unknown value
                All values are known once an object is there. This is a bug in the provider, not in the definition.""");
    }

    @Test
    void anObjectThatDoesNotFitItsTypeIsKeptTaintedAsFarAsItFits() {
        fake.create = planned -> made(planned.with("size", Value.of("large")));

        ApplyResult result = project.apply(project.plan().create(declared(A)));

        assertThat(result.diagnostics()).extracting(TestProject::text).containsExactly("""
                fake_object.a: Provider "fake" returned an object that does not fit its type fake_object
                What it returned for "size" must be a number, but is a string. This is a bug in the provider, not in \
                the definition.""");
        StateObject object = project.state().current(address(A)).orElseThrow();
        assertThat(object.tainted()).isTrue();
        assertThat(object.attributes().get("id")).isEqualTo(Value.of("made"));
        assertThat(object.attributes().get("size")).isEqualTo(Value.ofNull());
    }

    @Test
    void aProviderThatCrashesIsNamed() {
        fake.create = planned -> {
            throw new IllegalStateException("no idea");
        };

        ApplyResult result = project.apply(project.plan().create(declared(A)));

        assertThat(result.diagnostics()).extracting(TestProject::text).containsExactly("""
                fake_object.a: Provider "fake" crashed: java.lang.IllegalStateException: no idea
                This is a bug in the provider, not in the definition. Whether the call had an effect is not known.""");
        assertThat(project.state().instances()).isEmpty();
        assertThat(interrupted()).containsExactly("CREATE fake_object.a");
    }

    @Test
    void aCallWhoseAnswerIsLostIsLeftToTheNextRun() {
        project.apply(project.plan()
                .create(declared(A).with("value", "x"))
                .create(declared("fake_object.b").with("value", "x")));
        ScriptedProvider.Script lost = attributes -> {
            throw ProviderException.uncertain(Diagnostic.error("No answer", "The service broke down."));
        };
        fake.create = lost;
        fake.update = lost;
        fake.delete = lost;

        ApplyResult result = project.apply(project.plan()
                .update(declared(A).with("value", "y"))
                .delete("fake_object.b")
                .create(declared("fake_object.c")));

        assertThat(story(result))
                .containsExactly(
                        "UPDATE fake_object.a FAILED", "DELETE fake_object.b FAILED", "CREATE fake_object.c FAILED");
        assertThat(result.diagnostics())
                .extracting(TestProject::text)
                .contains("fake_object.c: No answer\nThe service broke down.");
        assertThat(project.state().instances()).containsOnlyKeys(address(A), address("fake_object.b"));
        assertThat(interrupted())
                .containsExactlyInAnyOrder("UPDATE fake_object.a", "DELETE fake_object.b", "CREATE fake_object.c");
    }

    private List<String> interrupted() {
        try (StateTransaction transaction = project.begin()) {
            return transaction.interrupted().stream()
                    .map(intent -> intent.action() + " " + intent.address())
                    .toList();
        }
    }

    @Test
    void aFailedUpdateStoresWhatTheProviderSaysIsThere() {
        project.apply(project.plan().create(declared(A).with("value", "x")));
        fake.update = planned -> {
            throw new ProviderException(
                    Diagnostic.error("Half done", "The rest failed."),
                    new ObjectState(planned.with("value", Value.of("half"))));
        };

        ApplyResult result = project.apply(project.plan().update(declared(A).with("value", "y")));

        assertThat(result.diagnostics())
                .extracting(TestProject::text)
                .containsExactly("fake_object.a: Half done\nThe rest failed.");
        assertThat(attributes().get("value")).isEqualTo(Value.of("half"));
    }

    @Test
    void aFailedDeletionStoresWhatTheProviderSaysIsStillThere() {
        project.apply(project.plan().create(declared(A).with("value", "x")));
        fake.delete = prior -> {
            throw new ProviderException(
                    Diagnostic.error("Still there", ""), new ObjectState(prior.with("value", Value.of("emptied"))));
        };

        project.apply(project.plan().delete(A));

        assertThat(attributes().get("value")).isEqualTo(Value.of("emptied"));
    }

    @Test
    void anUpdateWhoseUnknownValuesComeOutAsTheyWereNeedsNoCall() {
        project.apply(project.plan().create(declared(A).with("value", "made")).create(declared("fake_object.b")));
        fake.calls.clear();
        fake.update = planned -> made(planned);

        ApplyResult result = project.apply(project.plan()
                .create(declared("fake_object.c"))
                .update(declared(A).with("value", reference("fake_object.c", "id")), 0));

        assertThat(result.succeeded()).isTrue();
        assertThat(fake.calls).containsExactly("create fake_object.c");
    }

    @Test
    void noMoreCallsRunAtOnceThanTheProviderAllows() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        fake.keys = List.of(new ConcurrencyKey("account", 3));
        fake.create = planned -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            running.decrementAndGet();
            return made(planned);
        };
        TestPlan plan = project.plan();
        for (int number = 0; number < 200; number++) {
            plan.create(declared("fake_object.o" + number));
        }

        ApplyResult result = project.apply(plan.build(), request -> request.withParallelism(32));

        assertThat(result.added()).isEqualTo(200);
        assertThat(most).hasValueBetween(1, 3);
    }

    @Test
    void timeoutsComeFromTheDefinitionElseFromTheType() {
        project.apply(project.plan()
                .create(declared(A).timeout("create", Duration.ofSeconds(3)))
                .create(declared("fake_object.b"), 0));
        project.apply(project.plan().delete(A));

        assertThat(fake.timeouts)
                .containsExactly(
                        Optional.of(Duration.ofSeconds(3)),
                        Optional.of(Duration.ofMinutes(5)),
                        Optional.of(Duration.ofMinutes(7)));
    }

    @Test
    void aDataSourceIsLookedUpOnceItsConfigurationIsKnown() {
        ApplyResult result = project.apply(project.plan()
                .create(declared(A))
                .read(data(), 0)
                .output("found", reference("data.fake_object.d", "id"), false, 1));

        assertThat(result.succeeded()).isTrue();
        assertThat(fake.calls).containsExactly("create fake_object.a", "look up made");
        assertThat(project.state().outputs()).containsEntry("found", new OutputValue(Value.of("found"), false));
        assertThat(project.state().instances()).containsOnlyKeys(address(A));
    }

    @Test
    void aDataSourceThatChangesItsConfigurationIsTheProvidersError() {
        fake.lookUp = configuration -> made(configuration.with("value", Value.of("other")));

        ApplyResult result = project.apply(project.plan().create(declared(A)).read(data(), 0));

        assertThat(result.diagnostics()).extracting(TestProject::text).containsExactly("""
                data.fake_object.d: Provider "fake" returned another value than configured
                The attribute "value" is configured as "made", but is "other". This is a bug in the provider, not in \
                the definition.""");
    }

    @Test
    void aDataSourceThatIsNotThereStopsItsDependents() {
        fake.lookUp = configuration -> {
            throw new ProviderException(Diagnostic.error("There is none", "Nothing has this value."));
        };

        ApplyResult result = project.apply(project.plan()
                .create(declared(A))
                .read(data(), 0)
                .output("found", reference("data.fake_object.d", "id"), false, 1));

        assertThat(story(result))
                .containsExactly(
                        "CREATE fake_object.a DONE",
                        "READ data.fake_object.d FAILED",
                        "OUTPUT found SKIPPED because of data.fake_object.d");
    }

    private static DataDeclaration data() {
        return new DataDeclaration(
                address("data.fake_object.d"),
                ProviderKey.of("fake"),
                Map.of("value", new Argument(reference(A, "id"), TestPlan.RANGE)),
                Lifecycle.DEFAULT,
                List.of(),
                TestPlan.RANGE);
    }

    private static ObjectState made(MapValue attributes) {
        return new ObjectState(attributes.with("id", Value.of("made")));
    }

    private MapValue attributes() {
        return project.state().current(address(A)).orElseThrow().attributes();
    }
}
