package dev.corbel.providers.azure.postgresql;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.DatabaseFacts;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;
import java.math.BigDecimal;

/** {@code azurerm_postgresql_flexible_server}: a server of PostgreSQL, in a network or with a public address. */
public final class FlexibleServerDefinition {
    private static final BigDecimal MEBIBYTES = BigDecimal.valueOf(1024);

    /** Definitions count in MiB, Azure in GiB. */
    private static final Form GIBIBYTES = Form.of(
            value -> Value.of(((NumberValue) value).value().divideToIntegralValue(MEBIBYTES)),
            value -> Value.of(((NumberValue) value).value().multiply(MEBIBYTES)));

    private FlexibleServerDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_postgresql_flexible_server", ServerParts.TYPE, ServerParts.VERSION)
                .called("PostgreSQL server")
                .without("`cluster`, `customer_managed_key`")
                .tagged()
                .patched()
                .holdingData()
                .locks(ServerParts::locks)
                .minutes(60, 60, 60)
                .hooks(new ServerHooks())
                .fields(
                        Fields.name()
                                .matching(
                                        "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]",
                                        "3 to 63 lower-case letters, digits and hyphens, with no hyphen at an end"),
                        Fields.resourceGroup(),
                        Fields.location(),
                        Logins.login(),
                        Property.text("administrator_password")
                                .sensitive()
                                .unread()
                                .as("properties.administratorLoginPassword"),
                        Property.text("administrator_password_wo")
                                .writeOnly()
                                .as("properties.administratorLoginPassword"),
                        Property.number("administrator_password_wo_version"),
                        ServerBlocks.authentication(),
                        Property.flag("auto_grow_enabled")
                                .defaultsTo(false)
                                .as("properties.storage.autoGrow", ServerBlocks.SWITCH),
                        Property.number("backup_retention_days")
                                .orComputed()
                                .between(7, 35)
                                .as("properties.backup.backupRetentionDays"),
                        Property.flag("geo_redundant_backup_enabled")
                                .defaultsTo(false)
                                .immutable()
                                .as("properties.backup.geoRedundantBackup", ServerBlocks.SWITCH))
                .fields(ServerBlocks.source())
                .fields(
                        Fields.id("delegated_subnet_id", "properties.network.delegatedSubnetResourceId")
                                .immutable(),
                        Fields.id("private_dns_zone_id", "properties.network.privateDnsZoneArmResourceId")
                                .orComputed(),
                        Fields.publicAccess("properties.network.publicNetworkAccess"),
                        Property.text("fqdn").computed().as("properties.fullyQualifiedDomainName"),
                        ServerBlocks.highAvailability(),
                        Fields.identity("UserAssigned", "SystemAssigned", "SystemAssigned, UserAssigned"),
                        ServerBlocks.maintenanceWindow(),
                        Property.text("sku_name")
                                .orComputed()
                                .matching(
                                        "(B|GP|MO)_\\w+",
                                        "a tier (B, GP or MO) and a size, such as GP_Standard_D2ds_v5")
                                .as("sku", new SkuForm()),
                        Property.number("storage_mb")
                                .orComputed()
                                .oneOf(
                                        32768, 65536, 131072, 262144, 524288, 1048576, 2097152, 4193280, 4194304,
                                        8388608, 16777216, 33553408)
                                .as("properties.storage.storageSizeGB", GIBIBYTES),
                        Property.text("storage_tier")
                                .orComputed()
                                .oneOf("P4", "P6", "P10", "P15", "P20", "P30", "P40", "P50", "P60", "P70", "P80")
                                .as("properties.storage.tier"),
                        Property.text("version")
                                .orComputed()
                                .oneOf("11", "12", "13", "14", "15", "16", "17", "18")
                                .as("properties.version"),
                        Property.text("zone").orComputed().changingByItself().as("properties.availabilityZone"))
                .rules(
                        Rule.conflicts("administrator_password", "administrator_password_wo"),
                        Rule.requires("administrator_password_wo", "administrator_password_wo_version"),
                        Rule.requires("administrator_password_wo_version", "administrator_password_wo"))
                .rules(ServerChecks.all())
                .rules(Logins.rules())
                .recomputes("storage_tier", "storage_mb")
                .replacedWhen("administrator_login", (before, after) -> !before.isNull())
                .replacedWhen("storage_mb", FlexibleServerDefinition::isLess)
                .replacedWhen("version", (before, after) -> number(after.toString()) < number(before.toString()))
                .replacedWhen("identity", (before, after) -> hasGiven(before) && !hasGiven(after))
                .refusedWhen(
                        (prior, planned) -> !planned.get("zone").isUnknown()
                                && !prior.get("zone").equals(planned.get("zone")),
                        Diagnostic.error(
                                "The zone of a PostgreSQL server cannot change",
                                "Only a failover moves a server, to the zone of its standby. Leave zone out, or write the"
                                        + " zone that it is in."))
                .facts(DatabaseFacts::ofServer)
                .build();
    }

    private static boolean isLess(Value before, Value after) {
        return before instanceof NumberValue old
                && after instanceof NumberValue next
                && next.value().compareTo(old.value()) < 0;
    }

    private static int number(String version) {
        return version.isEmpty() || version.equals("null") ? 0 : Integer.parseInt(version);
    }

    private static boolean hasGiven(Value identity) {
        return identity instanceof MapValue map
                && map.text("type")
                        .filter(type -> type.contains("UserAssigned"))
                        .isPresent();
    }
}
