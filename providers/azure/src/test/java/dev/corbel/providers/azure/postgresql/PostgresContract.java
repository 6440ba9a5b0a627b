package dev.corbel.providers.azure.postgresql;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.conformance.Values;

/** The contract of a type on a server. */
abstract class PostgresContract extends ArmContract {
    PostgresContract(ArmServer arm) {
        super(arm);
    }

    /** A server that identities of Entra alone sign in to, so that no part of it is hidden. */
    protected final MapValue server(String name) {
        return Values.map(
                "name",
                name,
                "resource_group_name",
                group(),
                "location",
                REGION,
                "authentication",
                Values.map(
                        "active_directory_auth_enabled", true, "password_auth_enabled", false, "tenant_id", tenant()),
                "sku_name",
                "GP_Standard_D2ds_v5",
                "version",
                "16",
                "storage_mb",
                32768);
    }

    protected final Value serverId(String name) {
        return made("azurerm_postgresql_flexible_server", server(name)).get("id");
    }

    protected final String absent(String path) {
        return subscription() + "/resourceGroups/rg-contract/providers/Microsoft.DBforPostgreSQL/flexibleServers/"
                + path;
    }
}
