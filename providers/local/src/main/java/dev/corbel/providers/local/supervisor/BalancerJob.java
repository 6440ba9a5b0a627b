package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.local.balancer.Balancer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A load balancer, which follows its targets wherever their processes listen. */
final class BalancerJob implements Kept {
    private final Path folder;
    private final Function<JobName, JobStatus> statuses;
    private final Journal journal;

    private @Nullable Job job;
    private volatile @Nullable Balancer balancer;
    private volatile Map<String, Integer> routes = Map.of();

    BalancerJob(Path folder, Function<JobName, JobStatus> statuses, Journal journal) {
        this.folder = folder;
        this.statuses = statuses;
        this.journal = journal;
    }

    @Override
    public synchronized void bring(Job next, Optional<MapValue> secrets) throws JobFailure, IOException {
        next.expectSame(job);
        Integer port = next.port();
        if (port == null) {
            throw new JobFailure("It has no port.", List.of());
        }
        open(next, port);
        next.save(folder, MapValue.EMPTY);
        job = next;
        follow();
    }

    /** Keeps the one that listens, unless it shall be another. */
    private void open(Job next, int port) throws JobFailure, IOException {
        Balancer before = balancer;
        if (before != null && before.port() == port && before.isSticky() == next.isSticky()) {
            return;
        }
        boolean isInTheWay = before != null && before.port() == port;
        if (before != null && isInTheWay) {
            balancer = null;
            before.close();
        }
        try {
            balancer = Balancer.start(port, next.isSticky());
        } catch (BindException taken) {
            throw Ports.taken(port);
        }
        if (before != null && !isInTheWay) {
            before.close();
        }
    }

    @Override
    public synchronized void resume() throws IOException {
        Optional<Job> known = Job.load(folder);
        job = known.orElse(null);
        look();
    }

    @Override
    public synchronized void look() throws IOException {
        Job wanted = job;
        Integer port = wanted == null ? null : wanted.port();
        if (wanted != null && port != null && balancer == null) {
            try {
                open(wanted, port);
            } catch (JobFailure failure) {
                journal.note(String.valueOf(failure.getMessage()));
            }
        }
        follow();
    }

    /** Sends clients to targets that are well; where none is, to those that run. */
    synchronized void follow() {
        Job wanted = job;
        Balancer open = balancer;
        if (wanted == null || open == null) {
            return;
        }
        Map<String, Integer> well = new TreeMap<>();
        Map<String, Integer> running = new TreeMap<>();
        for (String target : wanted.targets()) {
            JobStatus status = statuses.apply(new JobName(JobName.CONTAINER, target));
            if (status.running() && status.port() > 0) {
                running.put(target, status.port());
                if (status.healthy()) {
                    well.put(target, status.port());
                }
            }
        }
        routes = well.isEmpty() ? running : well;
        open.send(routes);
    }

    void drain(int port, Duration atMost) throws InterruptedException {
        Balancer open = balancer;
        if (open != null) {
            open.drain(port, atMost);
        }
    }

    @Override
    public MapValue status() {
        Balancer open = balancer;
        return new JobStatus(open != null, !routes.isEmpty(), 0, open == null ? 0 : open.port(), 0, "").content();
    }

    @Override
    public synchronized void end() {
        Balancer open = balancer;
        job = null;
        balancer = null;
        if (open != null) {
            open.close();
        }
    }
}
