package dev.corbel.providers.local.supervisor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Makes the keepers of jobs, by their kind, and tells the balancers what becomes of the others. */
final class JobKinds implements Traffic {
    private final Place place;
    private final Function<JobName, JobStatus> statuses;
    private final List<BalancerJob> balancers = new CopyOnWriteArrayList<>();

    JobKinds(Place place, Function<JobName, JobStatus> statuses) {
        this.place = place;
        this.statuses = statuses;
    }

    Kept make(JobName name, Journal journal) {
        if (!name.kind().equals(JobName.BALANCER)) {
            return new ProcessJob(place.job(name), this, journal);
        }
        BalancerJob balancer = new BalancerJob(place.job(name), statuses, journal);
        balancers.add(balancer);
        return balancer;
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
