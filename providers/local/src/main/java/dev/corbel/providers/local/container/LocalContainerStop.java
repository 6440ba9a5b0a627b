package dev.corbel.providers.local.container;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.local.place.JobType;
import dev.corbel.providers.local.place.LocalSession;
import dev.corbel.providers.local.supervisor.Job;
import dev.corbel.providers.local.supervisor.JobName;
import dev.corbel.providers.local.supervisor.JobStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * {@code local_container_stop}: stops all containers of an app before a new version starts in one of them. They depend on it, and
 * take {@code stopped} as {@code start_after}.
 */
public final class LocalContainerStop extends JobType {
    public static final String TYPE = "local_container_stop";

    private static final String CONTAINERS = "containers";
    private static final String TRIGGERS = "triggers";
    private static final String SOURCES = "sources";
    private static final String REVISIONS = "revisions";
    private static final String STOPPED = "stopped";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(nameAttribute())
            .attribute(Attribute.required(CONTAINERS, Type.list(Type.STRING))
                    .describedAs("The names of the containers. Those that it had before are stopped as well."))
            .attribute(Attribute.optional(TRIGGERS, Type.map(Type.STRING))
                    .describedAs("Values whose change stops the containers, such as their commands."))
            .attribute(Attribute.optional(SOURCES, Type.list(Type.STRING))
                    .describedAs("Folders and files of the project; other content stops the containers."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("Its name."))
            .attribute(Attribute.computed(REVISIONS, Type.list(Type.STRING))
                    .describedAs("The content of `" + SOURCES + "` at the last stop."))
            .attribute(Attribute.computed(ContainerSchema.CURRENT, Type.BOOLEAN)
                    .describedAs("Whether that is what `" + SOURCES + "` have now."))
            .attribute(Attribute.computed(STOPPED, Type.STRING)
                    .describedAs("Another text after each time that the containers were stopped."))
            .build();

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    protected String kind() {
        return JobName.STOP;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a stop of all containers of an app before a new version starts anywhere", "its name", "name", "");
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        MapValue prior = request.prior() instanceof MapValue map ? map : MapValue.EMPTY;
        DesiredAttributes wanted = new DesiredAttributes(proposed);
        DesiredAttributes before = new DesiredAttributes(prior);
        boolean isOtherSource = request.isCreation()
                || wanted.changes(NAME, before)
                || wanted.changes(SOURCES, before)
                || prior.get(ContainerSchema.CURRENT).equals(Value.of(false));
        boolean stops = isOtherSource || wanted.changes(TRIGGERS, before);
        return new PlannedObject(
                proposed.with("id", proposed.get(NAME))
                        .with(REVISIONS, isOtherSource ? Value.unknown() : prior.get(REVISIONS))
                        .with(ContainerSchema.CURRENT, Value.of(true))
                        .with(STOPPED, stops ? Value.unknown() : prior.get(STOPPED)),
                Set.of());
    }

    @Override
    protected MapValue prepare(LocalSession session, DesiredAttributes planned, Attributes attributes)
            throws ProviderException, IOException {
        List<String> revisions = new ArrayList<>();
        for (String source : planned.texts(SOURCES)) {
            revisions.add(Releases.revision(Releases.expect(session.project().resolve(source))));
        }
        boolean stops = planned.attributes().get(STOPPED).isUnknown();
        String stopped = stops ? UUID.randomUUID().toString() : planned.required(STOPPED);
        attributes
                .text("id", planned.required(NAME))
                .texts(REVISIONS, revisions)
                .text(STOPPED, stopped);
        return new MapValue(Map.of(
                Job.CONFIGURATION,
                Value.of(stopped),
                Job.TARGETS,
                planned.attributes().get(CONTAINERS)));
    }

    @Override
    protected void show(LocalSession session, Job job, JobStatus status, Attributes attributes) throws IOException {
        DesiredAttributes stored = new DesiredAttributes(job.attributes());
        attributes.flag(ContainerSchema.CURRENT, isCurrent(session, stored));
    }

    private static boolean isCurrent(LocalSession session, DesiredAttributes stored) throws IOException {
        List<String> sources = stored.texts(SOURCES);
        List<String> revisions = stored.texts(REVISIONS);
        for (int i = 0; i < sources.size(); i++) {
            if (!Releases.isCurrent(session.project().resolve(sources.get(i)), revisions.get(i))) {
                return false;
            }
        }
        return true;
    }
}
