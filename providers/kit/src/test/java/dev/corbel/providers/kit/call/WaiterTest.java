package dev.corbel.providers.kit.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.conformance.FakeTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaiterTest {
    private final FakeTime time = new FakeTime();
    private final Waiter waiter = new Waiter(
            new ProviderContext(Path.of("."), "test", time, time), Duration.ofMinutes(2), CallFailure.CLASSIFIER);

    @Test
    void asksInGrowingIntervalsFrom200MillisecondsUp() throws Exception {
        Iterator<Boolean> answers = List.of(false, false, false, false, true).iterator();

        waiter.until("something", answers::next);

        assertThat(time.pauses())
                .containsExactly(
                        Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofMillis(450), Duration.ofMillis(675));
    }

    @Test
    void saysWhatItWaitedForAndHowLong() {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> waiter.until("the VPC vpc-1 to become available", () -> false))
                .satisfies(failure -> assertThat(failure.diagnostic())
                        .isEqualTo(Diagnostic.error(
                                "Waited 2 minutes for the VPC vpc-1 to become available",
                                "It may still come: plan again to see. The block timeouts { … } sets how long to"
                                        + " wait.")));
        assertThat(time.slept()).isBetween(Duration.ofSeconds(100), Duration.ofMinutes(2));
        assertThat(time.pauses()).allMatch(pause -> pause.compareTo(Duration.ofSeconds(10)) <= 0);
    }

    @Test
    void pollsWithoutFailing() throws Exception {
        assertThat(waiter.poll(Optional::empty)).isEmpty();
    }

    @Test
    void repeatsWhatIsRefusedForAWhileOnly() throws Exception {
        CallFailure inUse = new CallFailure("DependencyViolation");
        Iterator<Boolean> refuses = List.of(true, true, false).iterator();

        String answer = waiter.whileRefused(Set.of("DependencyViolation"), () -> {
            if (refuses.next()) {
                throw inUse;
            }
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(time.pauses()).hasSize(2);
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> waiter.whileRefused(Set.of("DependencyViolation"), () -> {
                    throw new CallFailure("InvalidParameterValue");
                }));
        assertThat(time.pauses()).hasSize(2);
    }

    @Test
    void endsWhenTheRunIsCancelled() {
        Waiter cancelled = new Waiter(
                new ProviderContext(Path.of("."), "test", time, duration -> {
                    throw new InterruptedException();
                }),
                Duration.ofMinutes(2),
                CallFailure.CLASSIFIER);

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> cancelled.until("something", () -> false))
                .withMessage("The wait for the post office was cancelled");
        assertThat(Thread.interrupted()).isTrue();
    }
}
