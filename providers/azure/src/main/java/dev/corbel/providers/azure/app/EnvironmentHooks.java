package dev.corbel.providers.azure.app;

import dev.corbel.clients.azure.CallOptions;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.azure.arm.ArmSpelling;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.util.Optional;

/** The workspace that takes the logs of an environment, which Azure has by its number and with its key. */
final class EnvironmentHooks implements ArmHooks {
    private static final String WORKSPACE = "log_analytics_workspace_id";
    private static final String WORKSPACE_VERSION = "2025-07-01";
    private static final String KEY_VERSION = "2020-08-01";
    private static final String PROFILES = "workload_profile";
    private static final DocumentPath NETWORK = DocumentPath.of("properties.vnetConfiguration");
    private static final DocumentPath LOGS = DocumentPath.of("properties.appLogsConfiguration");
    private static final DocumentPath NUMBER = LOGS.then(DocumentPath.of("logAnalyticsConfiguration.customerId"));
    private static final DocumentPath KEY = LOGS.then(DocumentPath.of("logAnalyticsConfiguration.sharedKey"));
    private static final DocumentPath CUSTOMER = DocumentPath.of("properties.customerId");

    /** The place where a document that was read has the id of the workspace, which Azure does not tell. */
    private static final String FOUND = "@workspace";

    @Override
    public MapValue body(MapValue body, MapValue attributes) {
        boolean made = !body.get("location").isNull();
        return made && attributes.text("infrastructure_subnet_id").isEmpty() ? NETWORK.remove(body) : body;
    }

    @Override
    public MapValue beforeCreate(ArmSession session, ArmId id, MapValue planned, MapValue body) {
        return planned.text(WORKSPACE)
                .map(workspace -> withKey(session, workspace, body))
                .orElse(body);
    }

    private static MapValue withKey(ArmSession session, String workspace, MapValue body) {
        MapValue there = session.arm()
                .find(workspace, WORKSPACE_VERSION)
                .orElseThrow(() -> new IllegalStateException("the workspace " + workspace + " is gone"));
        MapValue keys = session.arm()
                .post(workspace + "/sharedKeys", KEY_VERSION, MapValue.EMPTY, CallOptions.DEFAULT)
                .orElse(MapValue.EMPTY);
        return KEY.put(NUMBER.put(body, CUSTOMER.in(there)), keys.get("primarySharedKey"));
    }

    @Override
    public MapValue afterWrite(ArmSession session, ArmId id, MapValue prior, MapValue planned, MapValue document) {
        Optional<String> wanted = planned.text(WORKSPACE);
        boolean another = !prior.equals(MapValue.EMPTY)
                && wanted.isPresent()
                && prior.text(WORKSPACE)
                        .filter(before -> ArmSpelling.same(before, wanted.get()))
                        .isEmpty();
        if (!another) {
            return document;
        }
        MapValue body = withKey(
                session,
                wanted.get(),
                LOGS.then(DocumentPath.of("destination")).put(MapValue.EMPTY, Value.of(EnvironmentDefinition.LOGS)));
        return session.arm().patch(id.text(), EnvironmentDefinition.VERSION, body, CallOptions.DEFAULT);
    }

    @Override
    public MapValue document(ArmSession session, ArmId id, MapValue document) {
        return NUMBER.in(document) instanceof StringValue number
                ? workspace(session, number.value())
                        .map(found -> document.with(FOUND, Value.of(found)))
                        .orElse(document)
                : document;
    }

    private static Optional<String> workspace(ArmSession session, String number) {
        String path =
                "/subscriptions/" + session.subscription() + "/providers/Microsoft.OperationalInsights/workspaces";
        return session.arm().list(path, WORKSPACE_VERSION).stream()
                .filter(each -> CUSTOMER.in(each).equals(Value.of(number)))
                .findFirst()
                .flatMap(found -> found.text("id"))
                .map(ArmSpelling::of);
    }

    @Override
    public MapValue attributes(MapValue attributes, MapValue document, MapValue known) {
        Value found = document.get(FOUND);
        boolean same = found instanceof StringValue text
                && known.text(WORKSPACE)
                        .filter(before -> ArmSpelling.same(before, text.value()))
                        .isPresent();
        return attributes
                .with(WORKSPACE, same ? known.get(WORKSPACE) : found)
                .with(PROFILES, withoutUsual(attributes.get(PROFILES), known));
    }

    /** Azure adds a profile for consumption to each environment that has any. */
    private static Value withoutUsual(Value profiles, MapValue known) {
        boolean said = known.get(PROFILES) instanceof ListValue list
                && list.elements().stream().anyMatch(EnvironmentHooks::isUsual);
        return said || known.equals(MapValue.EMPTY) || !(profiles instanceof ListValue list)
                ? profiles
                : Attributes.setOf(list.elements().stream()
                        .filter(profile -> !isUsual(profile))
                        .toList());
    }

    private static boolean isUsual(Value profile) {
        return profile instanceof MapValue map
                && map.text("workload_profile_type")
                        .filter("Consumption"::equals)
                        .isPresent();
    }
}
