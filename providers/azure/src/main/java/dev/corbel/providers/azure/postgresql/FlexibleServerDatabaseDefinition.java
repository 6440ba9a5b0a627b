package dev.corbel.providers.azure.postgresql;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.DatabaseFacts;
import dev.corbel.providers.kit.definition.Property;

/** {@code azurerm_postgresql_flexible_server_database}: a database on a server. Nothing of it can change. */
public final class FlexibleServerDatabaseDefinition {
    private FlexibleServerDatabaseDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of(
                        "azurerm_postgresql_flexible_server_database",
                        ServerParts.TYPE + "/databases",
                        ServerParts.VERSION)
                .called("database")
                .below("server_id", ServerParts.TYPE, "databases")
                .holdingData()
                .locks(ServerParts::locksOnServer)
                .minutes(30, 0, 30)
                .fields(
                        Fields.name()
                                .matching(
                                        "[a-zA-Z_][\\w-]{0,62}",
                                        "1 to 63 letters, digits, underscores and hyphens, beginning with a letter or an"
                                                + " underscore"),
                        Fields.id("server_id").required().immutable(),
                        Property.text("charset")
                                .defaultsTo("UTF8")
                                .immutable()
                                .withoutCase()
                                .as("properties.charset"),
                        Property.text("collation")
                                .defaultsTo("en_US.utf8")
                                .immutable()
                                .as("properties.collation"))
                .facts(DatabaseFacts::ofDatabase)
                .build();
    }
}
