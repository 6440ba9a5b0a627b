package dev.corbel.providers.azure.identity;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.util.List;
import java.util.Optional;

/** The roles of Azure by name, as Azure has them at a place. */
final class RoleNames {
    private static final String VERSION = "2022-04-01";
    private static final DocumentPath NAME = DocumentPath.of("properties.roleName");

    private RoleNames() {}

    /** The id of a role of a name. */
    static String id(ArmSession session, String scope, String name) throws ProviderException {
        String query = "?$filter=roleName eq '" + name.replace("'", "''") + "'";
        List<MapValue> found = session.arm().list(path(scope) + query, VERSION);
        return found.stream()
                .filter(role -> NAME.in(role).equals(Value.of(name)))
                .map(role -> role.text("id"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new ProviderException(Diagnostic.error(
                                "There is no role \"" + name + "\"", "Azure knows none of this name at " + scope + ".")
                        .withHint("az role definition list --query '[].roleName' lists them.")));
    }

    /** The name of a role; empty where it is not there. */
    static Optional<String> name(ArmSession session, String id) {
        return session.arm().find(id, VERSION).map(NAME::in).map(Value::toString);
    }

    private static String path(String scope) {
        return scope + "/providers/Microsoft.Authorization/roleDefinitions";
    }
}
