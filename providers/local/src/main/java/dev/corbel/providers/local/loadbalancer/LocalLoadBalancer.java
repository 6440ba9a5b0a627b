package dev.corbel.providers.local.loadbalancer;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.local.place.JobType;
import dev.corbel.providers.local.place.LocalSession;
import dev.corbel.providers.local.supervisor.Job;
import dev.corbel.providers.local.supervisor.JobName;
import dev.corbel.providers.local.supervisor.JobStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code local_load_balancer}: an HTTP proxy on the loopback interface in front of containers. */
public final class LocalLoadBalancer extends JobType {
    public static final String TYPE = "local_load_balancer";

    private static final String PORT = "port";
    private static final String TARGETS = "targets";
    private static final String STICKY = "sticky_sessions";
    private static final String URL = "url";
    private static final int FIRST_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    private static final Schema SCHEMA = Schema.builder()
            .attribute(nameAttribute())
            .attribute(Attribute.optionalComputed(PORT, Type.NUMBER)
                    .validatedBy(Validation.between(1, HIGHEST_PORT))
                    .describedAs("Where it listens. Left out, the first port from " + FIRST_PORT
                            + " on that is free when it is made."))
            .attribute(Attribute.required(TARGETS, Type.list(Type.STRING))
                    .describedAs("The names of the containers: it sends clients to those that are well."))
            .attribute(Attribute.optional(STICKY, Type.BOOLEAN)
                    .defaultsTo(Value.of(false))
                    .describedAs("Whether a client stays with one container, by a cookie."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("Its name."))
            .attribute(Attribute.computed(URL, Type.STRING).describedAs("Where it answers."))
            .attribute(runningAttribute())
            .build();

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    protected String kind() {
        return JobName.BALANCER;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("an HTTP proxy in front of containers", "its name", "name", "");
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        Value port = proposed.get(PORT);
        Value url = port.unmarked() instanceof NumberValue number
                ? Value.of(url(number.value().intValue()))
                : Value.unknown();
        return new PlannedObject(
                proposed.with("id", proposed.get(NAME)).with(URL, url).with(RUNNING, Value.of(true)), Set.of());
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    @Override
    protected MapValue prepare(LocalSession session, DesiredAttributes planned, Attributes attributes)
            throws ProviderException {
        Integer said = planned.number(PORT);
        int port = said == null ? session.freePort(FIRST_PORT, "load balancer") : said;
        attributes.text("id", planned.required(NAME)).number(PORT, port).text(URL, url(port));
        Map<String, Value> job = new LinkedHashMap<>();
        job.put(Job.CONFIGURATION, Value.of(""));
        job.put(Job.PORT, Value.of(port));
        job.put(Job.TARGETS, planned.attributes().get(TARGETS));
        job.put(Job.STICKY, planned.attributes().get(STICKY));
        return new MapValue(job);
    }

    @Override
    protected void show(LocalSession session, Job job, JobStatus status, Attributes attributes) {}
}
