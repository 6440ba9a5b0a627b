package dev.corbel.providers.azure.identity;

import dev.corbel.clients.azure.ArmException;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The UUID of a role assignment, the look-up of roles, and identities that Entra ID does not know everywhere yet. */
final class RoleAssignmentHooks implements ArmHooks {
    /** The same role is at hand in the subscription and above it: ids are the same by their last part. */
    static final NormalForm ROLE =
            NormalForm.ofTexts(id -> id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));

    /** The name of the role, which is no part of Azure's document. */
    private static final DocumentPath LOOKED_UP = DocumentPath.of("roleName");

    private static final DocumentPath PRINCIPAL_TYPE = DocumentPath.of("properties.principalType");
    private static final String ID = "role_definition_id";
    private static final String NAME = "role_definition_name";

    private final Map<String, Optional<String>> names = new ConcurrentHashMap<>();

    @Override
    public Optional<MapValue> complete(ArmSession session, MapValue planned) throws ProviderException {
        String scope = planned.text("scope").orElseThrow();
        Optional<String> given = planned.text(ID);
        String role = given.isPresent()
                ? given.get()
                : RoleNames.id(session, scope, planned.text(NAME).orElseThrow());
        MapValue whole = planned.with(ID, Value.of(role));
        if (planned.get("name").isUnknown()) {
            String roleGuid = ROLE.of(Value.of(role)).toString();
            whole = whole.with(
                    "name",
                    Value.of(NameBasedUuid.of(scope.toLowerCase(Locale.ROOT)
                            + "|"
                            + roleGuid
                            + "|"
                            + planned.text("principal_id").orElseThrow().toLowerCase(Locale.ROOT))));
        }
        return Optional.of(whole);
    }

    /** An identity that was just made is not looked up, since Entra ID may not know it yet. */
    @Override
    public MapValue body(MapValue body, MapValue attributes) {
        MapValue sent = LOOKED_UP.remove(body);
        boolean unchecked = attributes.get("skip_service_principal_aad_check").equals(Value.of(true))
                && PRINCIPAL_TYPE.in(sent).isNull();
        return unchecked ? PRINCIPAL_TYPE.put(sent, Value.of("ServicePrincipal")) : sent;
    }

    @Override
    public boolean passes(ArmException refusal) {
        return refusal.has("PrincipalNotFound");
    }

    @Override
    public MapValue document(ArmSession session, ArmId id, MapValue document) {
        return DocumentPath.of("properties.roleDefinitionId").in(document) instanceof StringValue role
                ? name(session, role.value())
                        .map(name -> LOOKED_UP.put(document, Value.of(name)))
                        .orElse(document)
                : document;
    }

    /** Many assignments are of few roles, and a role keeps its name while a command runs. */
    private Optional<String> name(ArmSession session, String role) {
        String key = role.toLowerCase(Locale.ROOT);
        Optional<String> found = names.computeIfAbsent(key, unknown -> RoleNames.name(session, role));
        if (found.isEmpty()) {
            names.remove(key);
        }
        return found;
    }

    @Override
    public MapValue attributes(MapValue attributes, MapValue document, MapValue known) {
        MapValue named = known.text(NAME).isPresent() ? attributes : attributes.with(NAME, document.get("roleName"));
        boolean checked = known.get("skip_service_principal_aad_check").isWhollyKnown()
                && !known.get("skip_service_principal_aad_check").isNull();
        return checked ? named : named.with("skip_service_principal_aad_check", Value.ofNull());
    }
}
