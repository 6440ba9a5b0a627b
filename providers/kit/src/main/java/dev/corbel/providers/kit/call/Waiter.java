package dev.corbel.providers.kit.call;

import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for a service: asks, and asks again in growing intervals from 200 ms up. Time comes from the {@link ProviderContext}.
 */
public final class Waiter {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(10);

    private final ProviderContext context;
    private final Duration timeout;
    private final FailureClassifier failures;

    /**
     * A waiter.
     *
     * @param timeout in all, for each wait
     * @param failures of the client library that questions and calls use
     */
    public Waiter(ProviderContext context, Duration timeout, FailureClassifier failures) {
        this.context = context;
        this.timeout = timeout;
        this.failures = failures;
    }

    /** Waits until something holds; the description completes "Waited 5 minutes for …". */
    public void until(String description, BooleanSupplier holds) throws ProviderException {
        untilPresent(description, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Waits until there is an answer. */
    public <T> T untilPresent(String description, Supplier<Optional<T>> question) throws ProviderException {
        Instant deadline = context.clock().instant().plus(timeout);
        Duration pause = FIRST_PAUSE;
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (!sleep(pause, deadline)) {
                throw new ProviderException(Diagnostic.error(
                        "Waited " + words(timeout) + " for " + description,
                        "It may still come: plan again to see. The block timeouts { … } sets how long to wait."));
            }
            pause = longer(pause);
        }
    }

    /** Asks for a while; empty where there is no answer in that time. */
    public <T> Optional<T> poll(Supplier<Optional<T>> question) throws ProviderException {
        Instant deadline = context.clock().instant().plus(timeout);
        Duration pause = FIRST_PAUSE;
        Optional<T> answer = question.get();
        while (answer.isEmpty() && sleep(pause, deadline)) {
            pause = longer(pause);
            answer = question.get();
        }
        return answer;
    }

    /** Repeats a call while it is refused with one of these codes, which pass: others read or wait on the object. */
    public <T> T whileRefused(Set<String> codes, Attempt<T> call) throws ProviderException {
        return whileRefused(failure -> codes.contains(failures.code(failure)), call);
    }

    /** A call, or several, of which one may find what no repetition helps with. */
    @FunctionalInterface
    public interface Attempt<T> {
        T get() throws ProviderException;
    }

    /** Repeats a call while it is refused for a reason that passes. */
    public <T> T whileRefused(Predicate<RuntimeException> passes, Attempt<T> call) throws ProviderException {
        Instant deadline = context.clock().instant().plus(timeout);
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return call.get();
            } catch (RuntimeException failure) {
                if (!failures.isFailure(failure)) {
                    throw failure;
                }
                if (!passes.test(failure) || !sleep(pause, deadline)) {
                    throw failures.exception(failure);
                }
                pause = longer(pause);
            }
        }
    }

    /** False where the deadline would pass. */
    private boolean sleep(Duration pause, Instant deadline) throws ProviderException {
        if (context.clock().instant().plus(pause).isAfter(deadline)) {
            return false;
        }
        try {
            context.sleeper().sleep(pause);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProviderException(Diagnostic.error(
                            "The wait for " + failures.service() + " was cancelled",
                            "What was begun may still finish: plan again to see."))
                    .because(interrupted);
        }
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.multipliedBy(3).dividedBy(2);
        return next.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : next;
    }

    private static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 60 != 0 || seconds == 0) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        return seconds == 60 ? "1 minute" : seconds / 60 + " minutes";
    }
}
