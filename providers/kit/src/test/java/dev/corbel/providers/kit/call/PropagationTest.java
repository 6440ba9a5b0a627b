package dev.corbel.providers.kit.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PropagationTest {
    private static final ObjectState OLD = new ObjectState(Values.map("size", 1));
    private static final ObjectState NEW = new ObjectState(Values.map("size", 2));

    private final FakeTime time = new FakeTime();
    private final Waiter waiter = new Waiter(
            new ProviderContext(Path.of("."), "test", time, time), Duration.ofSeconds(15), CallFailure.CLASSIFIER);

    @Test
    void asksUntilTheObjectIsAsPlanned() throws Exception {
        Iterator<Optional<ObjectState>> answers = List.of(
                        Optional.<ObjectState>empty(), Optional.of(OLD), Optional.of(NEW))
                .iterator();

        assertThat(Propagation.read(waiter, "box b", NEW.attributes(), answers::next))
                .isEqualTo(NEW);
        assertThat(time.pauses()).hasSize(2);
    }

    @Test
    void givesTheObjectAsItIsWhereItDoesNotChangeInTime() throws Exception {
        assertThat(Propagation.read(waiter, "box b", NEW.attributes(), () -> Optional.of(OLD)))
                .isEqualTo(OLD);
        assertThat(time.slept()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    @Test
    void anObjectThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> Propagation.read(waiter, "box b", NEW.attributes(), Optional::empty))
                .isInstanceOf(ProviderException.class)
                .hasMessage("The box b is gone");
    }
}
