package dev.corbel.providers.local.place;

import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.local.supervisor.JobName;
import dev.corbel.providers.local.supervisor.JobStatus;
import dev.corbel.providers.local.supervisor.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One environment on this machine. */
public final class LocalSession implements Session {
    private final ProviderContext context;
    private final Place place;
    private final SupervisorClient supervisor;
    private final FreePorts ports;
    private boolean revived;

    public LocalSession(ProviderContext context) {
        this(context, new FreePorts());
    }

    LocalSession(ProviderContext context, FreePorts ports) {
        this.context = context;
        this.ports = ports;
        this.place = Place.of(context.projectDirectory(), context.environment());
        this.supervisor = new SupervisorClient(place);
    }

    public Place place() {
        return place;
    }

    public Path project() {
        return context.projectDirectory();
    }

    /** The first port from one on that nothing listens on, and that no other object of this session was given. */
    public int freePort(int first, String kind) throws ProviderException {
        return ports.next(first, kind);
    }

    /** The supervisor, for a change. */
    SupervisorClient supervisor() throws ProviderException {
        expectChange();
        return supervisor;
    }

    /** Fails in a session that changes nothing. */
    public void expectChange() throws ProviderException {
        if (context.isReading()) {
            throw new ProviderException(LocalProblems.reading());
        }
    }

    /**
     * What the jobs are like. Where changes may be made and the supervisor is gone, as after a restart of the machine, it is started
     * first, and brings everything about again.
     */
    synchronized Map<JobName, JobStatus> statuses() throws IOException, InterruptedException {
        boolean mayChange = context.access() == ProviderContext.Access.CHANGE;
        if (mayChange && !revived && Files.isDirectory(place.folder().resolve("jobs"))) {
            supervisor.revive();
        }
        revived = true;
        return supervisor.statuses();
    }

    /** The supervisor goes on. */
    @Override
    public void close() {}
}
