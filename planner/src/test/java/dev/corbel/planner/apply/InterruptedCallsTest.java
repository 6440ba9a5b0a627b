package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.address;
import static dev.corbel.planner.apply.TestPlan.declared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.ResourceInstance;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls whose answer got lost are looked into with what the journal keeps of them, which secrets are no part of. */
class InterruptedCallsTest {
    private static final Value SECRET_NAME = Value.sensitive(Value.of("orders-acme"));

    @TempDir
    private Path folder;

    private final ScriptedProvider fake = new ScriptedProvider();
    private TestProject project;

    @BeforeEach
    void open() {
        project = new TestProject(folder, fake);
    }

    /** Applies a plan in which no answer comes to a creation. */
    private void lose(Consumer<TestPlan> planning) {
        ScriptedProvider.Script working = fake.create;
        fake.create = planned -> {
            throw ProviderException.uncertain(Diagnostic.error("No answer came", ""));
        };
        TestPlan plan = project.plan();
        planning.accept(plan);
        assertThat(project.apply(plan).succeeded()).isFalse();
        fake.create = working;
        fake.calls.clear();
    }

    private void loseCreationOf(String attribute, Value value) {
        lose(plan -> plan.create(declared("fake_object.a").with(attribute, value)));
    }

    private String stuck() {
        DiagnosticsException problem = catchThrowableOfType(DiagnosticsException.class, project::recover);
        assertThat(problem).as("what stands in the way").isNotNull();
        assertThat(problem.diagnostics()).hasSize(1);
        return TestProject.text(problem.diagnostics().get(0)).replaceAll("operation [0-9a-f-]+", "operation ID");
    }

    private String settled() {
        List<Diagnostic> warnings = project.recover();
        assertThat(warnings).hasSize(1);
        return warnings.get(0).detail();
    }

    private List<Intent> open(TestProject in) {
        try (var transaction = in.begin()) {
            return transaction.interrupted();
        }
    }

    private static ObjectState made(MapValue planned) {
        return new ObjectState(planned.with("id", Value.of("made")));
    }

    @Test
    void anObjectThatIsNotFoundWithoutItsSecretNameMayExist() {
        fake.identity = IdentityClass.NATURAL_KEY;
        loseCreationOf("value", SECRET_NAME);

        String problem = stuck();

        assertThat(problem).isEqualTo("""
                fake_object.a: Nobody knows whether fake_object.a was created
                An earlier run did not learn what came of the creation (operation ID, provider "fake"), and no object of \
                the type fake_object was found, which proves nothing: what it asked for holds secrets, which are not \
                kept, and its name may be one of them.
                Look for the object. Where it exists: corbel import test 'fake_object.a' ID. Where not: corbel state rm test \
                'fake_object.a'""");
        assertThat(fake.calls).containsExactly("recover fake_object.a");
        assertThat(open(project)).extracting(Intent::address).containsExactly(address("fake_object.a"));
    }

    @Test
    void whatAllOfThemMeetIsToldOnce() {
        fake.identity = IdentityClass.NATURAL_KEY;
        lose(plan -> {
            for (int number = 0; number < 5; number++) {
                plan.create(declared("fake_object.a" + number));
            }
        });
        fake.recover = kept -> {
            throw new ProviderException(Diagnostic.error("The credentials have expired", "They were refused.")
                    .withHint("Sign in again.")
                    .ofSession());
        };

        assertThat(stuck()).isEqualTo("""
                The credentials have expired
                They were refused.
                It concerns 5 objects of provider "fake": fake_object.a0, fake_object.a1, fake_object.a2 and 2 more.
                Sign in again.
                An earlier run did not learn what came of a creation, and nothing is planned before that is known. Run the \
                command again.""");
        assertThat(open(project)).hasSize(5);
    }

    @Test
    void whatItWasToReplaceStaysDeposed() {
        fake.identity = IdentityClass.NATURAL_KEY;
        project.apply(project.plan().create(declared("fake_object.a")));
        lose(plan -> plan.createFirst(declared("fake_object.a").with("value", SECRET_NAME), "key"));

        assertThat(stuck()).contains("which proves nothing");

        ResourceInstance instance =
                project.state().instance(address("fake_object.a")).orElseThrow();
        assertThat(instance.current()).isEmpty();
        assertThat(instance.deposed()).containsOnlyKeys("key");
    }

    @Test
    void anObjectThatIsFoundWithoutItsSecretsIsTaken() {
        fake.identity = IdentityClass.NATURAL_KEY;
        loseCreationOf("value", SECRET_NAME);
        fake.recover = kept -> Optional.of(made(kept.with("value", Value.of("orders-acme"))));

        assertThat(settled()).isEqualTo("It was created, and is in state now (id made).");
        assertThat(project.state()
                        .current(address("fake_object.a"))
                        .orElseThrow()
                        .attributes())
                .satisfies(attributes -> {
                    assertThat(attributes.get("id")).isEqualTo(Value.of("made"));
                    assertThat(attributes.get("value")).isEqualTo(SECRET_NAME);
                });
    }

    @Test
    void whatTheSchemaCallsASecretIsNoPartOfAName() {
        fake.identity = IdentityClass.NATURAL_KEY;
        loseCreationOf("secret", Value.of("hunter2"));

        assertThat(settled()).isEqualTo("Nothing was created.");
        assertThat(open(project)).isEmpty();
    }

    @Test
    void aTagIsFoundWithoutSecrets() {
        fake.identity = IdentityClass.TAG;
        loseCreationOf("value", SECRET_NAME);

        assertThat(settled()).isEqualTo("Nothing was created.");
    }

    @Test
    void aProviderSeesWhatIsKeptWithoutMarks() {
        fake.identity = IdentityClass.TAG;
        loseCreationOf("value", SECRET_NAME);
        fake.recover = kept -> {
            assertThat(kept.get("value")).isEqualTo(Value.unknown());
            return Optional.empty();
        };

        assertThat(settled()).isEqualTo("Nothing was created.");
    }

    @Test
    void aProviderThatCannotLookWithoutASecretIsNotInTheWayOfSettlingByHand() {
        fake.identity = IdentityClass.TAG;
        loseCreationOf("value", SECRET_NAME);
        fake.recover = kept -> {
            throw new IllegalStateException("there is no value");
        };

        assertThat(stuck()).isEqualTo("""
                fake_object.a: Nobody knows whether fake_object.a was created
                An earlier run did not learn what came of the creation (operation ID, provider "fake"), and what it \
                asked for holds secrets, which are not kept, so that the type fake_object cannot look for it.
                Look for the object. Where it exists: corbel import test 'fake_object.a' ID. Where not: corbel state rm test \
                'fake_object.a'""");
    }

    @Test
    void aSearchThatCrashesIsNotInTheWayOfSettlingByHand() {
        fake.identity = IdentityClass.TAG;
        loseCreationOf("value", Value.of("orders"));
        fake.recover = kept -> {
            throw new IllegalStateException("oops");
        };

        assertThat(stuck()).isEqualTo("""
                fake_object.a: Looking for what came of the create of fake_object.a failed: \
                java.lang.IllegalStateException: oops
                An earlier run did not learn it (operation ID). This is a bug in provider "fake" or in Corbel, not in \
                the definition. The log says more.
                Look for the object. Where it exists: corbel import test 'fake_object.a' ID. Where not: corbel state rm test \
                'fake_object.a'""");
    }

    @Test
    void aReadThatCrashesIsNotInTheWayOfSettlingByHand() {
        project.apply(project.plan().create(declared("fake_object.a")));
        fake.update = planned -> {
            throw ProviderException.uncertain(Diagnostic.error("No answer came", ""));
        };
        project.apply(project.plan().update(declared("fake_object.a").with("value", "new")));
        fake.beforeReading = () -> {
            throw new IllegalStateException("oops");
        };

        assertThat(stuck()).isEqualTo("""
                fake_object.a: Looking for what came of the update of fake_object.a failed: \
                java.lang.IllegalStateException: oops
                An earlier run did not learn it (operation ID). This is a bug in provider "fake" or in Corbel, not in \
                the definition. The log says more.
                corbel state rm test 'fake_object.a' forgets the call, and the object with it. Where that exists: corbel \
                import test 'fake_object.a' ID""");
    }
}
