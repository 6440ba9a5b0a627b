package dev.corbel.state.conformance;

import dev.corbel.state.remote.LeaseTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The clock of a machine in a test. Whoever sleeps moves it on, and what is repeated happens then, in the same thread. Machines
 * that are told of each other live at the same time.
 */
public final class TestTime implements LeaseTime {
    private final List<TestTime> others = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private long nanos = 1_000_000_000_000L;
    private Instant wall = Instant.parse("2025-03-01T12:00:00Z");
    private Duration missed = Duration.ZERO;
    private boolean suspended;

    private static final class Task {
        private final Duration interval;
        private final Runnable action;
        private long due;

        Task(Duration interval, Runnable action, long due) {
            this.interval = interval;
            this.action = action;
            this.due = due;
        }
    }

    /** Another machine whose time goes on whenever this one's does. */
    public TestTime another() {
        TestTime other = new TestTime();
        others.add(other);
        return other;
    }

    /** Lets time pass. */
    public void advance(Duration duration) {
        others.forEach(other -> other.advance(duration));
        if (suspended) {
            missed = missed.plus(duration);
            return;
        }
        long end = nanos + duration.toNanos();
        while (true) {
            Task next = null;
            for (Task task : tasks) {
                if (task.due <= end && (next == null || task.due < next.due)) {
                    next = task;
                }
            }
            if (next == null) {
                break;
            }
            move(Math.max(nanos, next.due));
            next.due = nanos + next.interval.toNanos();
            next.action.run();
        }
        move(end);
    }

    private void move(long to) {
        wall = wall.plusNanos(Math.max(0, to - nanos));
        nanos = Math.max(nanos, to);
    }

    /** Stops the machine: nothing happens on it while others go on. */
    public void suspend() {
        suspended = true;
        missed = Duration.ZERO;
    }

    /** Lets it go on; it sees how late it is. */
    public void resume() {
        suspended = false;
        move(nanos + missed.toNanos());
    }

    /** Lets it go on; only the clock on the wall tells how late it is. */
    public void resumeWithStillClock() {
        suspended = false;
        wall = wall.plus(missed);
    }

    /** Lets it go on; nothing on the machine tells that it stood still. */
    public void resumeUnaware() {
        suspended = false;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant now() {
        return wall;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        advance(duration);
    }

    @Override
    public Repetition repeat(Duration interval, Runnable action) {
        Task task = new Task(interval, action, nanos + interval.toNanos());
        tasks.add(task);
        return () -> tasks.remove(task);
    }
}
