package dev.corbel.providers.azure.postgresql;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The administrator of a server, and what a new server needs of it. */
final class Logins {
    private static final Set<String> RESERVED =
            Set.of("azure_superuser", "azure_pg_admin", "admin", "administrator", "root", "guest", "public");
    private static final Set<String> FROM_ANOTHER =
            Set.of("PointInTimeRestore", "Replica", "ReviveDropped", "GeoRestore");

    private Logins() {}

    static Property login() {
        return Property.text("administrator_login")
                .orComputed()
                .checked(value -> isReserved(value.toString())
                        ? Optional.of(
                                "must not be a name that Azure or PostgreSQL keeps for itself, such as admin, root"
                                        + " or one that begins with pg_")
                        : Optional.empty())
                .as("properties.administratorLogin");
    }

    private static boolean isReserved(String login) {
        String name = login.toLowerCase(Locale.ROOT);
        return RESERVED.contains(name) || name.startsWith("pg_");
    }

    static Rule[] rules() {
        return new Rule[] {
            Rule.refuses(
                    server -> isNew(server)
                            && takesPasswords(server)
                            && (isMissing(server, "administrator_login")
                                    || (isMissing(server, "administrator_password")
                                            && isMissing(server, "administrator_password_wo"))),
                    "administrator_login and its password are missing",
                    "A new server that takes passwords needs administrator_login, and administrator_password_wo with its"
                            + " version or administrator_password."),
            Rule.refuses(
                    server -> isNew(server) && (isMissing(server, "sku_name") || isMissing(server, "version")),
                    "sku_name and version are missing",
                    "A new server needs both; one that is made of another server has that one's.")
        };
    }

    private static boolean isMissing(MapValue server, String name) {
        return server.get(name).isNull();
    }

    /** Tests for a server that is made of nothing else. */
    private static boolean isNew(MapValue server) {
        Value mode = server.get("create_mode").unmarked();
        return !mode.isUnknown() && !FROM_ANOTHER.contains(mode.toString());
    }

    private static boolean takesPasswords(MapValue server) {
        return !(server.get("authentication").unmarked() instanceof MapValue authentication)
                || !authentication.get("password_auth_enabled").unmarked().equals(Value.of(false));
    }
}
