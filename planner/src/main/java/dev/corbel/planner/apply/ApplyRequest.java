package dev.corbel.planner.apply;

import dev.corbel.planner.plan.Plan;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The plan to apply, and the way to do it.
 *
 * @param saved whether the plan comes from a file, so that each object is read again before it is written
 * @param parallelism how many operations run at once, at least one
 * @param clock tells the plan's age and how long operations take
 * @param stopTimeout how long interrupted calls may take to end once a second request to stop came
 */
public record ApplyRequest(
        Plan plan,
        boolean saved,
        int parallelism,
        Cancellation cancellation,
        ApplyListener listener,
        InstantSource clock,
        Duration stopTimeout) {
    public static final int DEFAULT_PARALLELISM = 16;
    private static final Duration DEFAULT_STOP_TIMEOUT = Duration.ofSeconds(3);

    public ApplyRequest {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism is at least 1");
        }
    }

    /** A plan that was just made, applied as usual. */
    public static ApplyRequest of(Plan plan) {
        return new ApplyRequest(
                plan,
                false,
                DEFAULT_PARALLELISM,
                new Cancellation(),
                ApplyListener.NONE,
                InstantSource.system(),
                DEFAULT_STOP_TIMEOUT);
    }

    public ApplyRequest withSaved(boolean value) {
        return new ApplyRequest(plan, value, parallelism, cancellation, listener, clock, stopTimeout);
    }

    public ApplyRequest withParallelism(int value) {
        return new ApplyRequest(plan, saved, value, cancellation, listener, clock, stopTimeout);
    }

    public ApplyRequest withCancellation(Cancellation value) {
        return new ApplyRequest(plan, saved, parallelism, value, listener, clock, stopTimeout);
    }

    public ApplyRequest withListener(ApplyListener value) {
        return new ApplyRequest(plan, saved, parallelism, cancellation, value, clock, stopTimeout);
    }

    public ApplyRequest withClock(InstantSource value) {
        return new ApplyRequest(plan, saved, parallelism, cancellation, listener, value, stopTimeout);
    }

    public ApplyRequest withStopTimeout(Duration value) {
        return new ApplyRequest(plan, saved, parallelism, cancellation, listener, clock, value);
    }
}
