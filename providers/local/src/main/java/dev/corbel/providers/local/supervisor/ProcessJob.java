package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.value.MapValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A job that is a process: started again when it ends, and replaced by a new one where it shall be another. */
final class ProcessJob implements Kept {
    private static final int PAUSE_MILLIS = 50;
    private static final int SETTLED_MILLIS = 500;
    private static final int FAILED_CHECKS = 3;
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private final Path folder;
    private final LogFile log;
    private final ProcessRecord record;
    private final HaltMark haltMark;
    private final Traffic traffic;
    private final Journal journal;
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable Job job;
    private volatile @Nullable RunningProcess current;
    private @Nullable RunningProcess retired;
    private volatile boolean healthy;
    private final AtomicInteger restarts = new AtomicInteger();
    private int failedChecks;
    private long nextCheck;
    private final RestartDelay delay = new RestartDelay();

    /**
     * A job that nothing is known of yet.
     *
     * @param journal is told what happens to it
     */
    ProcessJob(Path folder, Traffic traffic, Journal journal) {
        this.folder = folder;
        this.log = new LogFile(folder.resolve(Job.LOG));
        this.record = new ProcessRecord(folder);
        this.haltMark = new HaltMark(folder);
        this.traffic = traffic;
        this.journal = journal;
    }

    @Override
    public void bring(Job next, Optional<MapValue> sent) throws JobFailure, IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            next.expectSame(job);
            MapValue secrets = sent.isPresent() ? sent.get() : Job.secrets(folder);
            RunningProcess before = current;
            if (before != null && before.isRunning() && before.configuration().equals(next.configuration())) {
                awaitHealth(before, next);
            } else {
                replace(before, next, secrets);
            }
            next.save(folder, secrets);
            haltMark.clear();
            job = next;
            healthy = true;
            failedChecks = 0;
            traffic.changed();
        } finally {
            lock.unlock();
        }
        retire();
    }

    /** Starts the new one before the old one ends, unless both have one port or there are never to be two. */
    private void replace(@Nullable RunningProcess before, Job next, MapValue secrets)
            throws JobFailure, IOException, InterruptedException {
        Integer fixed = next.port();
        boolean hasItsPort = before != null && fixed != null && before.port() == fixed;
        boolean isInTheWay = before != null && (next.stopsFirst() || hasItsPort);
        if (before != null && isInTheWay) {
            healthy = false;
            traffic.changed();
            traffic.drain(before.port(), next.stopTime());
            before.stop(next.stopTime());
        }
        RunningProcess started = null;
        try {
            started = start(next, secrets, before);
            awaitHealth(started, next);
        } catch (JobFailure failure) {
            if (started != null) {
                started.stop(next.stopTime());
            }
            record.write(before, null);
            if (isInTheWay) {
                bringBack();
            }
            throw failure;
        }
        current = started;
        retired = isInTheWay ? null : before;
        delay.started();
    }

    /** Starts what had to end for another one that failed. */
    private void bringBack() throws IOException, InterruptedException {
        current = null;
        delay.forget();
        restart();
        RunningProcess again = current;
        Job known = job;
        if (again != null && known != null) {
            try {
                awaitHealth(again, known);
            } catch (JobFailure failure) {
                journal.note(String.valueOf(failure.getMessage()));
            }
        }
    }

    /** Ends the process that was replaced, once its clients are served. */
    private void retire() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            RunningProcess old = retired;
            Job now = job;
            if (old != null && now != null) {
                traffic.drain(old.port(), now.stopTime());
                old.stop(now.stopTime());
                retired = null;
            }
            record.write(current, null);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Starts a process.
     *
     * @param before what runs beside it
     */
    private RunningProcess start(Job wanted, MapValue secrets, @Nullable RunningProcess before)
            throws JobFailure, IOException {
        Integer fixed = wanted.port();
        if (fixed != null && fixed > 0) {
            Ports.expectFree(fixed);
        }
        int port = fixed != null ? fixed : Ports.free();
        return Launch.start(wanted, secrets, port, folder, log.file(), process -> record.write(before, process));
    }

    private void awaitHealth(RunningProcess process, Job wanted) throws JobFailure, IOException, InterruptedException {
        long begin = System.nanoTime();
        String path = wanted.healthPath();
        boolean asks = wanted.asksPort();
        while (true) {
            if (!process.isRunning()) {
                throw new JobFailure("Its command ended before it was well.", log.tail(process.logStart()));
            }
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            if (asks ? Health.isGoodNow(process, wanted) : taken.toMillis() >= SETTLED_MILLIS) {
                return;
            }
            if (taken.compareTo(wanted.startTime()) > 0) {
                String question = path == null ? "" : path + " on ";
                throw new JobFailure(
                        "It does not answer " + question + "port " + process.port() + " within "
                                + wanted.startTime().toSeconds() + " s.",
                        log.tail(process.logStart()));
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    @Override
    public void resume() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            Optional<Job> known = Job.load(folder);
            job = known.orElse(null);
            for (RunningProcess process : record.read()) {
                boolean isCurrent = known.isPresent()
                        && current == null
                        && process.isRunning()
                        && process.configuration().equals(known.get().configuration());
                if (isCurrent) {
                    current = process;
                    journal.note("takes over process " + process.mark().pid());
                } else {
                    process.stop(Duration.ofSeconds(10));
                }
            }
            record.write(current, null);
            delay.started();
            if (known.isPresent() && current == null) {
                restart();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void look() throws IOException, InterruptedException {
        if (job == null || !lock.tryLock()) {
            return;
        }
        try {
            log.rotate();
            RunningProcess process = current;
            if (process == null || !process.isRunning()) {
                restart();
            } else {
                limitMemory(process);
                check(process);
            }
        } finally {
            lock.unlock();
        }
    }

    private void limitMemory(RunningProcess process) throws InterruptedException {
        Job wanted = job;
        Long limit = wanted == null ? null : wanted.memory();
        if (limit != null && process.memory().orElse(0) > limit) {
            journal.note("takes more memory than " + limit + " bytes, and is started again");
            process.mark().running().ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private void check(RunningProcess process) {
        Job wanted = job;
        if (wanted == null || (healthy && System.nanoTime() < nextCheck)) {
            return;
        }
        nextCheck = System.nanoTime() + CHECK_INTERVAL.toNanos();
        boolean isGood = !wanted.asksPort()
                || (healthy ? Health.isGood(process.port(), wanted) : Health.isGoodNow(process, wanted));
        failedChecks = isGood ? 0 : failedChecks + 1;
        setHealthy(isGood || (healthy && failedChecks < FAILED_CHECKS));
    }

    private void setHealthy(boolean now) {
        if (healthy != now) {
            healthy = now;
            journal.note(now ? "is well" : "does not answer");
            traffic.changed();
        }
    }

    private void restart() throws IOException, InterruptedException {
        Job wanted = job;
        if (wanted == null || haltMark.isSet()) {
            return;
        }
        RunningProcess ended = current;
        if (ended != null) {
            current = null;
            setHealthy(false);
            traffic.changed();
            delay.ended();
            ended.endRemnants();
            journal.note("ended");
        }
        if (!delay.isOver()) {
            return;
        }
        try {
            RunningProcess started = start(wanted, Job.secrets(folder), null);
            current = started;
            restarts.incrementAndGet();
            delay.started();
            journal.note("is started as process " + started.mark().pid());
        } catch (JobFailure failure) {
            delay.failed();
            journal.note(failure.getMessage() + " " + String.join(" ", failure.log()));
        }
    }

    @Override
    public MapValue status() {
        RunningProcess process = current;
        JobStatus status = process == null || !process.isRunning()
                ? new JobStatus(false, false, restarts.get(), 0, 0, "")
                : new JobStatus(
                        true,
                        healthy,
                        restarts.get(),
                        process.port(),
                        process.mark().pid(),
                        process.configuration());
        return status.content();
    }

    /** Ends its process, and starts none until it is brought about again. */
    void halt() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            haltMark.set();
            endProcess();
            record.write(null, null);
            journal.note("is stopped for another version");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void end() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            endProcess();
            job = null;
        } finally {
            lock.unlock();
        }
    }

    /** Ends its process once its clients are served. */
    private void endProcess() throws InterruptedException {
        Job ended = job;
        RunningProcess process = current;
        current = null;
        healthy = false;
        traffic.changed();
        if (process != null) {
            Duration patience = ended == null ? Duration.ofSeconds(10) : ended.stopTime();
            traffic.drain(process.port(), patience);
            process.stop(patience);
        }
    }
}
