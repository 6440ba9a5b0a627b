package dev.corbel.providers.azure.postgresql;

import dev.corbel.clients.azure.CallOptions;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.time.Duration;
import java.util.Optional;

/** Every parameter is there as long as its server: one that has the value it came with counts as deleted. */
final class ConfigurationHooks implements ArmHooks {
    private static final DocumentPath VALUE = DocumentPath.of("properties.value");
    private static final DocumentPath USUAL = DocumentPath.of("properties.defaultValue");
    private static final DocumentPath SOURCE = DocumentPath.of("properties.source");
    private static final DocumentPath PENDING = DocumentPath.of("properties.isConfigPendingRestart");
    private static final Value SYSTEM = Value.of("system-default");

    @Override
    public boolean isGone(MapValue document) {
        return VALUE.in(document).equals(USUAL.in(document))
                && !SOURCE.in(document).equals(Value.of("user-override"));
    }

    /** Parameters that PostgreSQL reads when it starts take a restart. */
    @Override
    public MapValue afterWrite(ArmSession session, ArmId id, MapValue prior, MapValue planned, MapValue document) {
        if (PENDING.in(document).equals(Value.of(true))) {
            restart(session, id);
        }
        return document;
    }

    private static void restart(ArmSession session, ArmId id) {
        String server = new ArmId(id.parent()).text();
        session.arm().post(server + "/restart", ServerParts.VERSION, MapValue.EMPTY, CallOptions.DEFAULT);
    }

    @Override
    public boolean delete(ArmSession session, ArmId id, DeleteRequest request) {
        Optional<MapValue> there = session.arm().find(id.text(), ServerParts.VERSION);
        if (there.isPresent() && !isGone(there.get())) {
            MapValue body = SOURCE.put(VALUE.put(MapValue.EMPTY, USUAL.in(there.get())), SYSTEM);
            MapValue reset = session.arm()
                    .patch(
                            id.text(),
                            ServerParts.VERSION,
                            body,
                            CallOptions.within(request.timeout().orElse(Duration.ofMinutes(30))));
            if (PENDING.in(reset).equals(Value.of(true))) {
                restart(session, id);
            }
        }
        return true;
    }
}
