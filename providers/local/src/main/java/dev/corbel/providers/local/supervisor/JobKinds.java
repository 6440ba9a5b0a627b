package dev.corbel.providers.local.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Makes the keepers of jobs, by their kind, and tells the balancers what becomes of the others. */
final class JobKinds implements Traffic {
    private final Place place;
    private final Function<JobName, JobStatus> statuses;
    private final StopJob.Halter halter;
    private final List<BalancerJob> balancers = new CopyOnWriteArrayList<>();

    JobKinds(Place place, Function<JobName, JobStatus> statuses, StopJob.Halter halter) {
        this.place = place;
        this.statuses = statuses;
        this.halter = halter;
    }

    Kept make(JobName name, Journal journal) {
        Path folder = place.job(name);
        return switch (name.kind()) {
            case JobName.BALANCER -> {
                BalancerJob balancer = new BalancerJob(folder, statuses, journal);
                balancers.add(balancer);
                yield balancer;
            }
            case JobName.STOP -> new StopJob(folder, halter);
            default -> new ProcessJob(folder, this, journal);
        };
    }

    void forget(Kept kept) {
        balancers.removeIf(balancer -> balancer == kept);
    }

    @Override
    public void changed() {
        balancers.forEach(BalancerJob::follow);
    }

    @Override
    public void drain(int port, Duration atMost) throws InterruptedException {
        for (BalancerJob balancer : balancers) {
            balancer.drain(port, atMost);
        }
    }
}
