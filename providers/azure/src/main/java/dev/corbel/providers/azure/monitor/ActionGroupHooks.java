package dev.corbel.providers.azure.monitor;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.DocumentPath;

/** The subscription of event hubs: that of the provider where a definition names none. */
final class ActionGroupHooks implements ArmHooks {
    private static final DocumentPath HUBS = DocumentPath.of("properties.eventHubReceivers");
    private static final String SUBSCRIPTION = "subscriptionId";

    @Override
    public MapValue beforeCreate(ArmSession session, ArmId id, MapValue planned, MapValue body) {
        return withSubscription(session, body);
    }

    @Override
    public MapValue beforeUpdate(ArmSession session, ArmId id, MapValue prior, MapValue planned, MapValue body) {
        return withSubscription(session, body);
    }

    private static MapValue withSubscription(ArmSession session, MapValue body) {
        return HUBS.in(body) instanceof ListValue hubs
                ? HUBS.put(
                        body,
                        Value.list(hubs.elements().stream()
                                .map(hub -> hub instanceof MapValue map
                                                && map.get(SUBSCRIPTION).isNull()
                                        ? map.with(SUBSCRIPTION, Value.of(session.subscription()))
                                        : hub)
                                .toList()))
                : body;
    }
}
