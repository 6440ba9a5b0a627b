package dev.corbel.providers.azure.postgresql;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Property;

/** {@code azurerm_postgresql_flexible_server_configuration}: a parameter of a server. Deleting it sets what PostgreSQL or Azure has. */
public final class FlexibleServerConfigurationDefinition {
    private FlexibleServerConfigurationDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of(
                        "azurerm_postgresql_flexible_server_configuration",
                        ServerParts.TYPE + "/configurations",
                        ServerParts.VERSION)
                .called("parameter of a PostgreSQL server")
                .below("server_id", ServerParts.TYPE, "configurations")
                .patched()
                .locks(ServerParts::locksOnServer)
                .minutes(30, 30, 30)
                .hooks(new ConfigurationHooks())
                .fields(
                        Fields.name(),
                        Fields.id("server_id").required().immutable(),
                        Field.constant("properties.source", Value.of("user-override")),
                        Property.text("value").required().as("properties.value"))
                .build();
    }
}
