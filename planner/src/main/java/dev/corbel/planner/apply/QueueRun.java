package dev.corbel.planner.apply;

import dev.corbel.planner.apply.queue.ReadyQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Runs a queue to its end, or to where a person stops it, and reminds of what takes long. */
final class QueueRun {
    private static final int TICK_SECONDS = 1;

    private final ApplyRequest request;
    private final ProviderCalls calls;
    private final Progress progress;

    QueueRun(ApplyRequest request, ProviderCalls calls, Progress progress) {
        this.request = request;
        this.calls = calls;
        this.progress = progress;
    }

    /** Returns when nothing runs any more, or when what still runs was given up. */
    void run(ReadyQueue queue) {
        Runnable react = () -> react(queue);
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "apply-progress");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> reminders =
                ticker.scheduleAtFixedRate(progress::remind, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
        request.cancellation().onRequest(react);
        try {
            react.run();
            queue.start(request.parallelism());
            awaitEnd(queue);
        } finally {
            request.cancellation().remove(react);
            reminders.cancel(false);
            ticker.shutdown();
        }
    }

    private void react(ReadyQueue queue) {
        switch (request.cancellation().stage()) {
            case NONE -> {}
            case STOP_STARTING -> queue.stop();
            case STOP_NOW -> {
                queue.stop();
                calls.interrupt();
                queue.giveUpAfter(request.stopTimeout());
            }
        }
    }

    /** An interrupt of the waiting thread is as urgent as a second request. */
    private void awaitEnd(ReadyQueue queue) {
        boolean interrupted = false;
        boolean waiting = true;
        while (waiting) {
            try {
                queue.await();
                waiting = false;
            } catch (InterruptedException asked) {
                interrupted = true;
                queue.stop();
                calls.interrupt();
                queue.giveUpAfter(request.stopTimeout());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
