package dev.corbel.providers.azure.client;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** The account of the simulator as that of this process. */
final class SignedIn {
    private SignedIn() {}

    /** A provider block that leads there, with more attributes. */
    static MapValue to(ArmServer server, Map<String, Value> more) {
        Map.of(
                        "AZURE_AUTHORITY_HOST", server.endpoint().toString(),
                        "AZURE_TENANT_ID", server.tenant(),
                        "AZURE_CLIENT_ID", server.clientId(),
                        "AZURE_CLIENT_SECRET", server.clientSecret())
                .forEach(System::setProperty);
        Map<String, Value> block = new LinkedHashMap<>(more);
        block.put("endpoint", Value.of(server.endpoint().toString()));
        block.put("caFile", Value.of(server.caFile().toString()));
        return new MapValue(block);
    }
}
