package dev.corbel.providers.azure.app;

import dev.corbel.clients.azure.CallOptions;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The place, the secrets and the revisions of an app. */
final class AppHooks implements ArmHooks {
    static final String STOPS = "stop_before_update";

    private static final Duration STOP = Duration.ofMinutes(20);
    private static final String LOCATION = "location";
    private static final String TEMPLATE = "template";
    private static final DocumentPath STICKY = DocumentPath.of("ingress.sticky_sessions");
    private static final DocumentPath LATEST = DocumentPath.of("properties.latestRevisionName");
    private static final DocumentPath ACTIVE = DocumentPath.of("properties.active");
    private static final DocumentPath REPLICAS = DocumentPath.of("properties.replicas");
    private static final Value NOT_STICKY = new MapValue(Map.of("affinity", Value.of("none")));

    @Override
    public PlannedObject plan(PlanRequest request, PlannedObject planned) {
        MapValue attributes = planned.attributes().with(AppSecrets.FINGERPRINT, AppSecrets.fingerprint(request));
        return new PlannedObject(attributes, planned.replacedFor());
    }

    /** An app is where its environment is. */
    @Override
    public Optional<MapValue> complete(ArmSession session, MapValue planned) throws ProviderException {
        return planned.get(LOCATION).isUnknown()
                ? planned.text("container_app_environment_id")
                        .flatMap(id -> session.arm().find(id, EnvironmentDefinition.VERSION))
                        .map(environment -> planned.with(LOCATION, environment.get(LOCATION)))
                : Optional.empty();
    }

    @Override
    public MapValue body(MapValue body, MapValue attributes) {
        MapValue placed = body.get(LOCATION).isNull() ? body.with(LOCATION, attributes.get(LOCATION)) : body;
        return AppGeneration.sent(AppProbes.sent(AppSecrets.sent(placed, attributes)), attributes);
    }

    @Override
    public MapValue document(ArmSession session, ArmId id, MapValue document) {
        return AppGeneration.shown(AppProbes.shown(document));
    }

    @Override
    public MapValue attributes(MapValue attributes, MapValue document, MapValue known) {
        return withoutUsual(attributes, known)
                .with("secret", AppSecrets.blocks(attributes.get("secret"), known))
                .with(AppSecrets.FINGERPRINT, AppSecrets.fingerprint(known));
    }

    /** Azure says of each ingress whether it is sticky. */
    private static MapValue withoutUsual(MapValue attributes, MapValue known) {
        return STICKY.in(attributes).equals(NOT_STICKY) && STICKY.in(known).isNull()
                ? STICKY.put(attributes, Value.ofNull())
                : attributes;
    }

    /** Before a change that makes a new revision, where the old one has to have ended by then. */
    @Override
    public MapValue beforeUpdate(ArmSession session, ArmId id, MapValue prior, MapValue planned, MapValue body)
            throws ProviderException {
        boolean another = !prior.get(TEMPLATE).fullyUnmarked().equals(planned.get(TEMPLATE))
                || !prior.get(AppSecrets.GENERATION).equals(planned.get(AppSecrets.GENERATION));
        if (another && planned.get(STOPS).equals(Value.of(true))) {
            stop(session, id);
        }
        return AppSecrets.carried(session, id, planned, body);
    }

    private static void stop(ArmSession session, ArmId id) throws ProviderException {
        String revisions = id.text() + "/revisions";
        for (MapValue revision : session.arm().list(revisions, AppDefinition.VERSION)) {
            if (ACTIVE.in(revision).equals(Value.of(true))) {
                session.arm()
                        .post(
                                revisions + "/" + revision.text("name").orElse("") + "/deactivate",
                                AppDefinition.VERSION,
                                MapValue.EMPTY,
                                CallOptions.DEFAULT);
            }
        }
        session.waiter(STOP)
                .untilPresent(
                        "the containers of " + id.name() + " to end",
                        () -> session.arm().list(revisions, AppDefinition.VERSION).stream()
                                        .allMatch(AppHooks::isOver)
                                ? Optional.of(id)
                                : Optional.empty());
    }

    private static boolean isOver(MapValue revision) {
        return !ACTIVE.in(revision).equals(Value.of(true))
                && !(REPLICAS.in(revision) instanceof NumberValue number
                        && number.value().signum() > 0);
    }

    /** A secret that changes alone makes no revision: then the one that runs is restarted, so that it takes the secret. */
    @Override
    public MapValue afterWrite(ArmSession session, ArmId id, MapValue prior, MapValue planned, MapValue document) {
        Value traced = planned.get(AppSecrets.VALUES).isNull()
                ? prior.get(AppSecrets.FINGERPRINT)
                : planned.get(AppSecrets.FINGERPRINT);
        boolean same = LATEST.in(document) instanceof StringValue name
                && prior.text("latest_revision_name")
                        .filter(name.value()::equals)
                        .isPresent();
        if (same && AppSecrets.differ(prior, planned, traced)) {
            session.arm()
                    .post(
                            id.text() + "/revisions/" + LATEST.in(document) + "/restart",
                            AppDefinition.VERSION,
                            MapValue.EMPTY,
                            CallOptions.DEFAULT);
        }
        return document;
    }
}
