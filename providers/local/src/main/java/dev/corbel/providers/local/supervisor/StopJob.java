package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.value.MapValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stop of containers, once for each configuration of it. They stay as they are until each is brought about again. */
final class StopJob implements Kept {
    private final Path folder;
    private final Halter halter;

    private @Nullable Job job;

    /** Stops containers. */
    @FunctionalInterface
    interface Halter {
        void halt(Set<JobName> names) throws IOException, InterruptedException;
    }

    StopJob(Path folder, Halter halter) {
        this.folder = folder;
        this.halter = halter;
    }

    @Override
    public synchronized void bring(Job next, Optional<MapValue> secrets)
            throws JobFailure, IOException, InterruptedException {
        Job known = job;
        next.expectSame(known);
        if (known == null || !known.configuration().equals(next.configuration())) {
            Set<JobName> names = new LinkedHashSet<>(containers(next));
            if (known != null) {
                // One that is to go would run beside the new version for a while.
                names.addAll(containers(known));
            }
            halter.halt(names);
        }
        next.save(folder, MapValue.EMPTY);
        job = next;
    }

    private static List<JobName> containers(Job job) {
        return job.targets().stream()
                .map(name -> new JobName(JobName.CONTAINER, name))
                .toList();
    }

    @Override
    public synchronized void resume() throws IOException {
        job = Job.load(folder).orElse(null);
    }

    @Override
    public void look() {
        // Nothing of it runs.
    }

    @Override
    public synchronized MapValue status() {
        Job known = job;
        return new JobStatus(known != null, known != null, 0, 0, 0, known == null ? "" : known.configuration())
                .content();
    }

    @Override
    public synchronized void end() {
        job = null;
    }
}
