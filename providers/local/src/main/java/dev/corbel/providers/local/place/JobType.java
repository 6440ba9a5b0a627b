package dev.corbel.providers.local.place;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.local.supervisor.Job;
import dev.corbel.providers.local.supervisor.JobName;
import dev.corbel.providers.local.supervisor.JobStatus;
import dev.corbel.providers.local.supervisor.Ports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of object that is a job of the supervisor. A type writes its schema, what the job is, and what can be told of one that
 * is there.
 */
public abstract class JobType implements ResourceType {
    protected static final String NAME = "name";
    protected static final String RUNNING = "running";
    private static final String PORT = "port";

    /** Ports that are tried for an object which says none. */
    private static final int ATTEMPTS = 3;

    private static final int LONGEST_NAME = 40;

    /** Such as {@code container}: the folder of its jobs, and the word for one in messages. */
    protected abstract String kind();

    /**
     * Makes what the job needs, and says what it is: everything but {@link Job#TOKEN} and {@link Job#ATTRIBUTES}.
     *
     * @param planned with what the type planned; may be completed by {@code attributes}
     * @param attributes what is stored, to be completed with what was unknown
     */
    protected abstract MapValue prepare(LocalSession session, DesiredAttributes planned, Attributes attributes)
            throws ProviderException, IOException, InterruptedException;

    /** Completes what was stored with what can be told now. */
    protected abstract void show(LocalSession session, Job job, JobStatus status, Attributes attributes)
            throws IOException;

    /** The variables that are sent and stored nowhere else; empty where they stay as they are. */
    protected Optional<MapValue> secrets(DesiredAttributes planned, DesiredAttributes prior) {
        return Optional.empty();
    }

    /** Deletes what {@link #prepare} made outside of the job's folder. */
    protected void cleanUp(LocalSession session, DesiredAttributes prior) throws IOException {}

    /** Deletes what {@link #prepare} made for an earlier configuration. */
    protected void retireEarlier(LocalSession session, DesiredAttributes current) throws IOException {}

    /** The attribute for {@link #NAME}. */
    protected static Attribute.Builder nameAttribute() {
        return Attribute.required(NAME, Type.STRING)
                .immutable()
                .validatedBy(Validation.matching(
                        "[a-z0-9][a-z0-9-]{0," + (LONGEST_NAME - 1) + "}",
                        "a name of small letters, digits and -, " + LONGEST_NAME + " at most"))
                .describedAs("A name that no other of its kind in the environment has.");
    }

    /** The attribute for {@link #RUNNING}. */
    protected static Attribute.Builder runningAttribute() {
        return Attribute.computed(RUNNING, Type.BOOLEAN)
                .describedAs(
                        "Whether it runs and the supervisor looks after it; where not, the next apply brings it up.");
    }

    protected final JobName job(DesiredAttributes attributes) {
        return new JobName(kind(), attributes.required(NAME));
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public List<ReadResult> read(Session session, List<ReadRequest> requests) {
        LocalSession local = (LocalSession) session;
        List<ReadResult> results = new ArrayList<>();
        try {
            Map<JobName, JobStatus> statuses = local.statuses();
            for (ReadRequest request : requests) {
                DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
                results.add(look(local, job(prior), statuses)
                        .<ReadResult>map(ReadResult.Present::new)
                        .orElseGet(ReadResult.Absent::new));
            }
            return results;
        } catch (IOException failure) {
            ReadResult unreadable = new ReadResult.Unreadable(
                    LocalProblems.unreachable(local.place(), failure), ReadResult.Cause.UNREACHABLE);
            return requests.stream().map(request -> unreadable).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            ReadResult unreadable = new ReadResult.Unreadable(LocalProblems.unreachable(local.place(), interrupted));
            return requests.stream().map(request -> unreadable).toList();
        }
    }

    private Optional<ObjectState> look(LocalSession session, JobName name, Map<JobName, JobStatus> statuses)
            throws IOException {
        Optional<Job> job = Job.load(session.place().job(name));
        if (job.isEmpty()) {
            return Optional.empty();
        }
        JobStatus status = statuses.getOrDefault(name, JobStatus.NONE);
        Attributes attributes = new Attributes(schema()).from(job.get().attributes());
        if (schema().attributes().containsKey(RUNNING)) {
            attributes.flag(RUNNING, status.running());
        }
        show(session, job.get(), status, attributes);
        return Optional.of(new ObjectState(attributes.build(), job.get().token()));
    }

    private Optional<ObjectState> look(LocalSession session, JobName name) throws ProviderException {
        return calling(session, () -> look(session, name, session.statuses()));
    }

    @Override
    public List<String> list(Session session) throws ProviderException {
        LocalSession local = (LocalSession) session;
        return calling(local, () -> local.place().jobs(kind()).stream()
                .filter(name -> isThere(local, name))
                .map(JobName::name)
                .toList());
    }

    private static boolean isThere(LocalSession session, JobName name) {
        try {
            return Job.load(session.place().job(name)).isPresent();
        } catch (IOException damaged) {
            return true;
        }
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String id) throws ProviderException {
        return look((LocalSession) session, new JobName(kind(), id));
    }

    @Override
    public Optional<ObjectState> recover(Session session, CreateRequest request) throws ProviderException {
        return look((LocalSession) session, job(new DesiredAttributes(request.planned())))
                .filter(found -> found.privateData().equals(request.token()));
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) throws ProviderException {
        LocalSession local = (LocalSession) session;
        local.expectChange();
        JobName name = job(new DesiredAttributes(request.planned()));
        Optional<ObjectState> found = look(local, name);
        if (found.isPresent() && !found.get().privateData().equals(request.token())) {
            throw new ProviderException(LocalProblems.taken(name, request.address()));
        }
        try {
            return bring(local, name, request.planned(), MapValue.EMPTY, request.token());
        } catch (ProviderException failure) {
            calling(local, () -> {
                cleanUp(local, new DesiredAttributes(request.planned()));
                return name;
            });
            throw failure;
        }
    }

    @Override
    public ObjectState update(Session session, UpdateRequest request) throws ProviderException {
        LocalSession local = (LocalSession) session;
        local.expectChange();
        MapValue prior = request.prior().attributes();
        JobName name = job(new DesiredAttributes(prior));
        Optional<ObjectState> found = look(local, name);
        if (found.isEmpty()) {
            throw new ProviderException(LocalProblems.gone(name));
        }
        return bring(local, name, request.planned(), prior, found.get().privateData());
    }

    private ObjectState bring(LocalSession session, JobName name, MapValue planned, MapValue prior, String token)
            throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(planned.fullyUnmarked());
        boolean isThere = !prior.entries().isEmpty();
        Optional<MapValue> secrets = secrets(desired, new DesiredAttributes(prior));
        Optional<SupervisorClient.Refusal> refusal = calling(session, () -> {
            for (int left = ATTEMPTS; ; left--) {
                Attributes attributes = new Attributes(schema()).from(withoutSecrets(desired.attributes()));
                Map<String, Value> content = new LinkedHashMap<>(
                        prepare(session, desired, attributes).entries());
                MapValue complete = attributes.build();
                content.put(Job.TOKEN, Value.of(token));
                content.put(Job.ATTRIBUTES, complete);
                Optional<SupervisorClient.Refusal> answer =
                        session.supervisor().bring(name, new Job(new MapValue(content)), secrets);
                if (answer.isEmpty() || left == 1 || !isPortLost(desired, complete)) {
                    return answer;
                }
            }
        });
        Optional<ObjectState> now = look(session, name);
        if (refusal.isPresent()) {
            throw new ProviderException(
                    LocalProblems.refused(name, refusal.get(), next(isThere, now)), isThere ? now.orElse(null) : null);
        }
        ObjectState made = now.orElseThrow(() -> new ProviderException(LocalProblems.gone(name)));
        calling(session, () -> {
            retireEarlier(session, new DesiredAttributes(made.attributes()));
            return name;
        });
        return made;
    }

    private static LocalProblems.Next next(boolean isThere, Optional<ObjectState> now) {
        if (!isThere) {
            return LocalProblems.Next.NOTHING;
        }
        boolean isStopped = now.filter(found -> found.attributes().get(RUNNING).equals(Value.of(false)))
                .isPresent();
        return isStopped ? LocalProblems.Next.STANDS : LocalProblems.Next.RUNS;
    }

    /** Another program can be faster than what was to listen on a port that nothing listened on. */
    private static boolean isPortLost(DesiredAttributes desired, MapValue complete) {
        Integer port = new DesiredAttributes(complete).number(PORT);
        return desired.number(PORT) == null && port != null && !Ports.isFree(port);
    }

    private MapValue withoutSecrets(MapValue attributes) {
        MapValue kept = attributes;
        for (Attribute attribute : schema().attributes().values()) {
            if (attribute.isWriteOnly()) {
                kept = kept.with(attribute.name(), Value.ofNull());
            }
        }
        return kept;
    }

    @Override
    public void delete(Session session, DeleteRequest request) throws ProviderException {
        LocalSession local = (LocalSession) session;
        local.expectChange();
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        JobName name = job(prior);
        calling(local, () -> {
            if (isThere(local, name)) {
                local.supervisor().remove(name);
            }
            cleanUp(local, prior);
            return name;
        });
    }

    /** Something that may fail with files or with the supervisor. */
    @FunctionalInterface
    private interface Call<T> {
        T make() throws ProviderException, IOException, InterruptedException;
    }

    private static <T> T calling(LocalSession session, Call<T> call) throws ProviderException {
        try {
            return call.make();
        } catch (IOException failure) {
            throw new ProviderException(LocalProblems.unreachable(session.place(), failure)).because(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ProviderException.uncertain(LocalProblems.unreachable(session.place(), interrupted));
        }
    }
}
