package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.address;
import static dev.corbel.planner.apply.TestPlan.declared;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ResourceInstance;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Creations that fail after the object is there. */
class SoundCreationTest {
    @TempDir
    private Path folder;

    private boolean isTaintedAfter(java.util.function.UnaryOperator<ProviderException> failure) {
        ScriptedProvider fake = new ScriptedProvider();
        fake.create = planned -> {
            MapValue made = planned.with("id", Value.of("made"));
            throw failure.apply(new ProviderException(Diagnostic.error("No tags", ""), new ObjectState(made)));
        };
        TestProject project = new TestProject(folder, fake);
        project.apply(project.plan().create(declared("fake_object.a").with("secret", "hidden-word")));
        ResourceInstance instance =
                Objects.requireNonNull(project.state().instances().get(address("fake_object.a")));
        return instance.current().orElseThrow().tainted();
    }

    @Test
    void leaveAnObjectThatHasToBeMadeAnew() {
        assertThat(isTaintedAfter(failure -> failure)).isTrue();
    }

    @Test
    void leaveAnObjectThatStaysWhereTheProviderSaysSo() {
        assertThat(isTaintedAfter(ProviderException::sound)).isFalse();
    }

    @Test
    void leaveAnObjectThatStaysWhereAFailureQuotesASecret() {
        assertThat(isTaintedAfter(failure -> new ProviderException(
                                Diagnostic.error("No hidden-word", ""),
                                failure.object().orElseThrow())
                        .sound()))
                .isFalse();
    }
}
