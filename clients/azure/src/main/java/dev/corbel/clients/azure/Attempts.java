package dev.corbel.clients.azure;

import com.azure.core.http.HttpPipeline;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a call by the class of its failure: many times where Azure is busy, until the call's time is over; few where nothing answers, so
 * that a wrong endpoint is told at once; never a call that must not be done twice and may have been.
 */
final class Attempts {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final Wire wire;
    private final Quota quota;

    Attempts(Wire wire, Quota quota) {
        this.wire = wire;
        this.quota = quota;
    }

    /** The number of attempts for a kind of failure; those of which there is no end last as long as the call's time. */
    static int allowed(ErrorClass kind, Request request) {
        return switch (kind) {
            case THROTTLED, IN_PROGRESS -> Integer.MAX_VALUE;
            case UNREACHABLE -> 3;
            case UNCERTAIN -> request.isIdempotent() ? 5 : 1;
            case REJECTED_CREDENTIALS -> 2;
            // A new parent is not seen everywhere at once.
            case NOT_FOUND -> request.call().method().equals("PUT") ? 4 : 1;
            default -> 1;
        };
    }

    /** The identity that the attempts are made as. */
    Principal principal() {
        return wire.principal();
    }

    /** A success, after as many attempts as may be. */
    Answer send(Request request, Deadline deadline) {
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        Map<ErrorClass, Integer> met = new EnumMap<>(ErrorClass.class);
        while (true) {
            Outcome outcome = attempt(request, deadline);
            ArmException failure = outcome.failure();
            if (failure == null) {
                return Objects.requireNonNull(outcome.answer());
            }
            ErrorClass kind = failure.kind();
            int times = met.getOrDefault(kind, 0) + 1;
            met.put(kind, times);
            if (kind == ErrorClass.PRECONDITION && met.containsKey(ErrorClass.UNCERTAIN)) {
                throw uncertain(failure);
            }
            boolean again = times < allowed(kind, request);
            if (!again || !pause(pauses.next(outcome.retryAfter()), deadline, request.call())) {
                throw failure;
            }
        }
    }

    private record Outcome(
            @Nullable Answer answer, @Nullable ArmException failure) {
        Optional<Duration> retryAfter() {
            return answer == null ? Optional.empty() : answer.retryAfter();
        }
    }

    /** One attempt, after waiting for a place in the queue. */
    private Outcome attempt(Request request, Deadline deadline) {
        if (!pause(quota.take(request.call(), deadline.now()), deadline, request.call())) {
            ArmError late = new ArmError("", "Azure takes no more calls in the time that is left", List.of());
            throw new ArmException(ErrorClass.THROTTLED, request.call(), 0, late, false);
        }
        HttpPipeline pipeline = wire.pipeline();
        try {
            Answer answer = wire.send(pipeline, request);
            quota.learn(request.call(), answer, deadline.now());
            if (answer.isSuccess()) {
                return new Outcome(answer, null);
            }
            ArmException failure = failure(request, answer);
            if (failure.status() == 401) {
                wire.renew(pipeline);
            }
            return new Outcome(answer, failure);
        } catch (ArmException failure) {
            return new Outcome(null, failure);
        }
    }

    /** An answer that is no success, as a failure. */
    static ArmException failure(Request request, Answer answer) {
        ArmError error = Secrets.hide(ArmError.parse(answer.body()), request.secrets());
        return new ArmException(
                Verdicts.of(answer.status(), error),
                request.call().answeredAs(answer.requestId()),
                answer.status(),
                error,
                false);
    }

    /** The first attempt, whose answer was lost, may be what the second was refused for. */
    private static ArmException uncertain(ArmException failure) {
        return new ArmException(ErrorClass.UNCERTAIN, failure.call(), failure.status(), failure.error(), true);
    }

    static boolean pause(Duration pause, Deadline deadline, ArmCall call) {
        try {
            return deadline.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ArmException(
                            ErrorClass.CANCELLED, call, 0, new ArmError("", "it was cancelled", List.of()), false)
                    .because(interrupted);
        }
    }
}
