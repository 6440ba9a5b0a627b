package dev.corbel.providers.azure.postgresql;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.util.Map;

/** The parts of a server that Azure has in every answer, switched off where there are none. */
final class ServerHooks implements ArmHooks {
    static final DocumentPath STANDBY = DocumentPath.of("properties.highAvailability");
    static final DocumentPath MAINTENANCE = DocumentPath.of("properties.maintenanceWindow");
    private static final Map<DocumentPath, String> SWITCHES = Map.of(STANDBY, "mode", MAINTENANCE, "customWindow");
    private static final Value OFF = Value.of("Disabled");

    @Override
    public MapValue document(ArmSession session, ArmId id, MapValue document) {
        MapValue shown = document;
        for (Map.Entry<DocumentPath, String> part : SWITCHES.entrySet()) {
            if (part.getKey().in(document) instanceof MapValue there && isOff(there, part.getValue())) {
                shown = part.getKey().remove(shown);
            }
        }
        return shown;
    }

    private static boolean isOff(MapValue part, String word) {
        return part.get(word) instanceof StringValue text && text.value().equalsIgnoreCase("Disabled");
    }

    /** A change that takes such a part away switches it off. */
    @Override
    public MapValue body(MapValue body, MapValue attributes) {
        MapValue sent = body;
        for (Map.Entry<DocumentPath, String> part : SWITCHES.entrySet()) {
            String name = part.getKey().names().get(1);
            boolean taken = body.get("properties") instanceof MapValue properties
                    && properties.entries().containsKey(name)
                    && properties.get(name).isNull();
            if (taken) {
                sent = part.getKey().put(sent, new MapValue(Map.of(part.getValue(), OFF)));
            }
        }
        return sent;
    }
}
