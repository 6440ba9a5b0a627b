package dev.corbel.providers.azure.vault;

import dev.corbel.clients.azure.CallOptions;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.DocumentPath;

/** The versions of a secret, and its end, which Azure Resource Manager does not know. */
final class SecretHooks implements ArmHooks {
    private static final String VERSION = "2026-02-01";
    private static final DocumentPath ENABLED = DocumentPath.of("properties.attributes.enabled");
    private static final DocumentPath URI = DocumentPath.of("properties.secretUriWithVersion");

    @Override
    public MapValue attributes(MapValue attributes, MapValue document, MapValue known) {
        String uri = URI.in(document) instanceof StringValue text ? text.value() : "";
        String version = uri.substring(uri.lastIndexOf('/') + 1);
        String id = attributes.text("id").orElse("");
        return attributes
                .with("version", Value.of(version))
                .with("resource_versionless_id", Value.of(id))
                .with("resource_id", Value.of(id + "/versions/" + version));
    }

    /** One that is disabled was deleted. */
    @Override
    public boolean isGone(MapValue document) {
        return ENABLED.in(document).equals(Value.of(false));
    }

    @Override
    public MapValue body(MapValue body, MapValue attributes) {
        return ENABLED.put(DocumentPath.of("properties.secretUri").remove(URI.remove(body)), Value.of(true));
    }

    @Override
    public boolean delete(ArmSession session, ArmId id, DeleteRequest request) {
        if (session.arm()
                .find(id.text(), VERSION)
                .filter(there -> !isGone(there))
                .isPresent()) {
            session.arm().patch(id.text(), VERSION, ENABLED.put(MapValue.EMPTY, Value.of(false)), CallOptions.DEFAULT);
        }
        return true;
    }
}
