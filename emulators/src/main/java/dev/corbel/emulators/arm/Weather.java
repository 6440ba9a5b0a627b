package dev.corbel.emulators.arm;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The trouble that calls get into on their way here and back, as {@link ArmFaults} says. */
final class Weather {
    private final Trouble trouble;
    private final Throttle throttle;
    private final Tokens tokens;
    private final ArmClock clock;

    Weather(Trouble trouble, Throttle throttle, Tokens tokens, ArmClock clock) {
        this.trouble = trouble;
        this.throttle = throttle;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Answers a call that comes through, and may lose the answer. */
    ArmResponse pass(ArmRequest request, Supplier<ArmResponse> answer) {
        return before(request).orElseGet(() -> after(request, answer.get()));
    }

    private Optional<ArmResponse> before(ArmRequest request) {
        ArmFaults faults = trouble.faults();
        double share = trouble.share("before " + name(request));
        double limit = faults.expired();
        if (share < limit) {
            return Optional.of(tokens.challenge(request, "ExpiredAuthenticationToken"));
        }
        limit += faults.throttled();
        if (share < limit) {
            return Optional.of(
                    throttle.refusal(clock.now().plus(Duration.ofSeconds(3))).response());
        }
        double part = (share - limit) / faults.failedBefore();
        if (share >= limit + faults.failedBefore()) {
            return Optional.empty();
        }
        if (OperationReads.are(ArmPath.segments(request.path()))) {
            return Optional.of(ArmResponse.error(404, "OperationNotFound", "The operation was not found. Injected."));
        }
        if (part < 0.4) {
            return Optional.of(Refusal.of(503, "ServiceUnavailable", "The service is unavailable. Injected.")
                    .retryAfter(clock.secondsUntil(clock.now().plusSeconds(1)))
                    .response());
        }
        return Optional.of(part < 0.7 ? internalError() : ArmResponse.LOST);
    }

    private ArmResponse after(ArmRequest request, ArmResponse response) {
        ArmFaults faults = trouble.faults();
        double share = trouble.share("after " + name(request));
        if (share < faults.failedAfterwards()) {
            return internalError();
        }
        return share < faults.failedAfterwards() + faults.lost() ? ArmResponse.LOST : response;
    }

    private static ArmResponse internalError() {
        return ArmResponse.error(500, "InternalServerError", "An error occurred. Injected.");
    }

    private static String name(ArmRequest request) {
        return request.method() + " " + ArmPath.key(request.path());
    }
}
