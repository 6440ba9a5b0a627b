package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The jobs of one environment, each with a thread that looks after it. */
final class Supervisor {
    private static final int PAUSE_MILLIS = 200;

    private final Place place;
    private final Journal journal;
    private final JobKinds kinds;
    private final Map<JobName, Kept> jobs = new LinkedHashMap<>();
    private int underWay;
    private boolean ending;

    Supervisor(Place place, Journal journal) {
        this.place = place;
        this.journal = journal;
        this.kinds = new JobKinds(place, this::statusOf, this::halt);
    }

    /** Takes over what an earlier supervisor left. */
    void resume() throws IOException, InterruptedException {
        for (JobName name : place.jobs()) {
            Kept kept = kinds.make(name, journal.about(name));
            if (Job.load(place.job(name)).isEmpty()) {
                kept.resume();
                PrivateFiles.deleteAll(place.job(name));
            } else {
                synchronized (jobs) {
                    jobs.put(name, kept);
                }
                kept.resume();
                watch(name, kept);
            }
        }
    }

    /**
     * Turns a job into what shall be, and makes it where there is none.
     *
     * @throws EndingException where there is none left and this supervisor ends
     */
    MapValue bring(JobName name, Job job, Optional<MapValue> secrets)
            throws JobFailure, IOException, InterruptedException, EndingException {
        Kept kept;
        boolean isNew;
        synchronized (jobs) {
            if (ending) {
                throw new EndingException();
            }
            underWay++;
            isNew = !jobs.containsKey(name);
            kept = jobs.computeIfAbsent(name, made -> kinds.make(made, journal.about(made)));
        }
        try {
            kept.bring(job, secrets);
            if (isNew) {
                watch(name, kept);
            }
            journal.note(name + " is brought about");
            return kept.status();
        } catch (JobFailure failure) {
            if (isNew) {
                synchronized (jobs) {
                    jobs.remove(name);
                }
                kept.end();
                kinds.forget(kept);
                PrivateFiles.deleteAll(place.job(name));
            }
            throw failure;
        } finally {
            synchronized (jobs) {
                underWay--;
            }
        }
    }

    /** Ends the processes of jobs, which do not start again by themselves. Jobs that are not there need nothing. */
    private void halt(Set<JobName> names) throws IOException, InterruptedException {
        List<ProcessJob> processes;
        synchronized (jobs) {
            processes = names.stream()
                    .map(jobs::get)
                    .filter(ProcessJob.class::isInstance)
                    .map(ProcessJob.class::cast)
                    .toList();
        }
        for (ProcessJob process : processes) {
            process.halt();
        }
    }

    private void watch(JobName name, Kept kept) {
        Thread thread = new Thread(() -> look(name, kept), name.toString());
        thread.setDaemon(true);
        thread.start();
    }

    private void look(JobName name, Kept kept) {
        while (isKept(name, kept)) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                if (isKept(name, kept)) {
                    kept.look();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (IOException | RuntimeException failure) {
                journal.note(name + ": " + failure);
            }
        }
    }

    private boolean isKept(JobName name, Kept kept) {
        synchronized (jobs) {
            return jobs.get(name) == kept;
        }
    }

    /** Ends a job and deletes its files; done where there is none. */
    void remove(JobName name) throws IOException, InterruptedException {
        Kept kept;
        synchronized (jobs) {
            kept = jobs.remove(name);
            underWay++;
        }
        try {
            if (kept != null) {
                kept.end();
                kinds.forget(kept);
                journal.note(name + " is removed");
            }
            PrivateFiles.deleteAll(place.job(name));
        } finally {
            synchronized (jobs) {
                underWay--;
            }
        }
    }

    /** Tells whether nothing is left; then nothing comes any more. */
    boolean endsIfEmpty() {
        synchronized (jobs) {
            ending = ending || (jobs.isEmpty() && underWay == 0);
            return ending;
        }
    }

    /** Ends everything; files stay. */
    void endAll() throws InterruptedException {
        Map<JobName, Kept> all;
        synchronized (jobs) {
            ending = true;
            all = new LinkedHashMap<>(jobs);
            jobs.clear();
        }
        for (Kept kept : all.values()) {
            kept.end();
        }
    }

    MapValue status() {
        Map<String, Value> all = new TreeMap<>();
        synchronized (jobs) {
            jobs.forEach((name, kept) -> all.put(name.toString(), kept.status()));
        }
        return new MapValue(all);
    }

    private JobStatus statusOf(JobName name) {
        synchronized (jobs) {
            Kept kept = jobs.get(name);
            return kept == null ? JobStatus.NONE : JobStatus.of(kept.status());
        }
    }

    /** Says that a supervisor takes nothing on any more. */
    static final class EndingException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
