package dev.corbel.providers.local.place;

import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.local.supervisor.Job;
import dev.corbel.providers.local.supervisor.JobStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A type whose objects are processes that the supervisor keeps running. */
public abstract class ProcessType extends JobType {
    private final List<String> startedWith;

    /** @param startedWith the attributes that a process is started with; the rest changes nothing of one that runs */
    protected ProcessType(List<String> startedWith) {
        this.startedWith = startedWith;
    }

    /** The configuration that a process is started with; unknown as long as a part of it is. */
    protected final Value configuration(MapValue attributes) {
        return Fingerprint.of(attributes, startedWith);
    }

    /**
     * The plan of an object that is to run: where something changes, it may be started again.
     *
     * @param prior what it is; empty where there is none
     */
    protected final PlannedObject running(MapValue planned, MapValue prior) {
        MapValue complete =
                planned.with(RUNNING, Value.of(true)).with(ProcessAttributes.CONFIGURATION, configuration(planned));
        return new PlannedObject(
                isUnchanged(complete, prior) ? complete : complete.with(ProcessAttributes.RESTARTS, Value.unknown()),
                Set.of());
    }

    private boolean isUnchanged(MapValue planned, MapValue prior) {
        boolean isSame = schema().attributes().values().stream()
                .filter(attribute ->
                        !attribute.isWriteOnly() && !attribute.name().equals(ProcessAttributes.RESTARTS))
                .allMatch(attribute -> planned.get(attribute.name()).equals(prior.get(attribute.name())));
        return !prior.entries().isEmpty()
                && isSame
                && schema().blocks().keySet().stream()
                        .allMatch(name -> planned.get(name).equals(prior.get(name)));
    }

    /** Gives a job its times. */
    protected static void time(Map<String, Value> job, DesiredAttributes planned) {
        job.put(Job.START_SECONDS, planned.attributes().get(ProcessAttributes.START_SECONDS));
        job.put(Job.STOP_SECONDS, planned.attributes().get(ProcessAttributes.STOP_SECONDS));
    }

    /** Shows what the supervisor knows of a process. */
    protected final void showProcess(LocalSession session, Job job, JobStatus status, Attributes attributes) {
        attributes
                .text(ProcessAttributes.CONFIGURATION, status.running() ? status.configuration() : job.configuration())
                .number(ProcessAttributes.RESTARTS, status.restarts())
                .text(
                        ProcessAttributes.LOG_FILE,
                        session.place()
                                .job(job(new DesiredAttributes(job.attributes())))
                                .resolve(Job.LOG)
                                .toString());
    }
}
