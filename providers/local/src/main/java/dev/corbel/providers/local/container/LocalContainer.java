package dev.corbel.providers.local.container;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.local.place.LocalSession;
import dev.corbel.providers.local.place.ProcessType;
import dev.corbel.providers.local.supervisor.Job;
import dev.corbel.providers.local.supervisor.JobName;
import dev.corbel.providers.local.supervisor.JobStatus;
import dev.corbel.providers.local.supervisor.PrivateFiles;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code local_container}: an app as a process that the supervisor keeps running. */
public final class LocalContainer extends ProcessType {
    public static final String TYPE = "local_container";

    private static final Schema SCHEMA = ContainerSchema.of(nameAttribute(), runningAttribute());

    /** What a process is started with; the rest changes nothing of one that runs. */
    private static final List<String> OF_PROCESS = List.of(
            ContainerSchema.COMMAND,
            ContainerSchema.ENVIRONMENT,
            ContainerSchema.SECRET_VERSION,
            ContainerSchema.PORT,
            ContainerSchema.START_AFTER,
            ContainerSchema.REVISION);

    public LocalContainer() {
        super(OF_PROCESS);
    }

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    protected String kind() {
        return JobName.CONTAINER;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("an app as a process of this machine", "its name", "name", "");
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        Value version = configuration.get(ContainerSchema.SECRET_VERSION);
        Value secrets = configuration.get(ContainerSchema.SECRET_ENVIRONMENT);
        if (!version.isUnknown() && !secrets.isUnknown() && version.isNull() != secrets.isNull()) {
            return List.of(Diagnostic.error(
                    ContainerSchema.SECRET_ENVIRONMENT + " and " + ContainerSchema.SECRET_VERSION + " belong together",
                    "State has nothing of the variables, so that another number tells of other ones."));
        }
        Value command = configuration.get(ContainerSchema.COMMAND);
        return command.isWhollyKnown()
                        && new DesiredAttributes(configuration)
                                .texts(ContainerSchema.COMMAND)
                                .isEmpty()
                ? List.of(Diagnostic.error("The command is empty", "It names the program and its arguments."))
                : List.of();
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        MapValue prior = request.prior() instanceof MapValue map ? map : MapValue.EMPTY;
        boolean isNewSource = request.isCreation()
                || new DesiredAttributes(proposed).changes(ContainerSchema.SOURCE, new DesiredAttributes(prior))
                || prior.get(ContainerSchema.CURRENT).equals(Value.of(false));
        Value revision = proposed.get(ContainerSchema.SOURCE).isNull()
                ? Value.of("")
                : isNewSource ? Value.unknown() : prior.get(ContainerSchema.REVISION);
        MapValue planned = proposed.with("id", proposed.get(NAME))
                .with(ContainerSchema.REVISION, revision)
                .with(ContainerSchema.CURRENT, Value.of(true));
        return running(planned, prior);
    }

    @Override
    protected MapValue prepare(LocalSession session, DesiredAttributes planned, Attributes attributes)
            throws ProviderException, IOException, InterruptedException {
        Releases releases = releases(session, planned);
        String source = planned.text(ContainerSchema.SOURCE);
        String revision = source == null ? "" : releases.make(session.project().resolve(source));
        attributes.text("id", planned.required(NAME)).text(ContainerSchema.REVISION, revision);
        MapValue complete = planned.attributes().with(ContainerSchema.REVISION, Value.of(revision));

        Map<String, Value> job = new LinkedHashMap<>();
        job.put(Job.CONFIGURATION, configuration(complete));
        job.put(Job.COMMAND, planned.attributes().get(ContainerSchema.COMMAND));
        job.put(Job.ENVIRONMENT, planned.attributes().get(ContainerSchema.ENVIRONMENT));
        if (source != null) {
            job.put(Job.WORKING_DIRECTORY, Value.of(releases.release(revision).toString()));
        }
        job.put(Job.PORT, planned.attributes().get(ContainerSchema.PORT));
        job.put(
                Job.HEALTH_PATH,
                planned.block(ContainerSchema.HEALTH).attributes().get(ContainerSchema.PATH));
        job.put(Job.STOPS_FIRST, planned.attributes().get(ContainerSchema.STOP_BEFORE_START));
        job.put(Job.MEMORY, planned.attributes().get(ContainerSchema.MEMORY));
        time(job, planned);
        return new MapValue(job);
    }

    @Override
    protected Optional<MapValue> secrets(DesiredAttributes planned, DesiredAttributes prior) {
        boolean isSent = planned.has(ContainerSchema.SECRET_ENVIRONMENT);
        boolean isGone = !planned.has(ContainerSchema.SECRET_VERSION);
        return isSent || isGone
                ? Optional.of(planned.block(ContainerSchema.SECRET_ENVIRONMENT).attributes())
                : Optional.empty();
    }

    @Override
    protected void show(LocalSession session, Job job, JobStatus status, Attributes attributes) throws IOException {
        showProcess(session, job, status, attributes);
        attributes.flag(ContainerSchema.CURRENT, isCurrent(session, new DesiredAttributes(job.attributes())));
    }

    private static boolean isCurrent(LocalSession session, DesiredAttributes stored) throws IOException {
        String source = stored.text(ContainerSchema.SOURCE);
        return source == null
                || Releases.isCurrent(session.project().resolve(source), stored.text(ContainerSchema.REVISION));
    }

    private Releases releases(LocalSession session, DesiredAttributes attributes) {
        return new Releases(session.place().releases(job(attributes)));
    }

    @Override
    protected void retireEarlier(LocalSession session, DesiredAttributes current) throws IOException {
        releases(session, current).keepOnly(current.required(ContainerSchema.REVISION));
    }

    @Override
    protected void cleanUp(LocalSession session, DesiredAttributes prior) throws IOException {
        PrivateFiles.deleteAll(releases(session, prior).folder());
        session.place().deleteEmpty();
    }
}
