package dev.corbel.providers.azure.servicebus;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.MessageFacts;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;

/** {@code azurerm_servicebus_namespace}: a place for queues, with the rules for the networks that reach it. */
public final class NamespaceDefinition {
    static final String TYPE = "Microsoft.ServiceBus/namespaces";
    static final String VERSION = "2024-01-01";
    static final Value PREMIUM = Value.of("Premium");

    private NamespaceDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_servicebus_namespace", TYPE, VERSION)
                .called("service bus namespace")
                .without("`customer_managed_key`, keys and connection strings (`default_primary_key`,"
                        + " `default_primary_connection_string`, `default_secondary_key`,"
                        + " `default_secondary_connection_string`)")
                .tagged()
                .holdingData()
                .minutes(30, 30, 30)
                .hooks(new NamespaceHooks())
                .fields(
                        Fields.name()
                                .matching(
                                        "(?!.*-(sb|mgmt)$)[a-zA-Z][a-zA-Z0-9-]{4,48}[a-zA-Z0-9]",
                                        "6 to 50 letters, digits and hyphens, beginning with a letter and not ending with"
                                                + " -sb or -mgmt"),
                        Fields.resourceGroup(),
                        Fields.location(),
                        Property.text("sku")
                                .required()
                                .oneOf("Basic", "Standard", "Premium")
                                .as("sku.name"),
                        Property.number("capacity")
                                .defaultsTo(0)
                                .oneOf(0, 1, 2, 4, 8, 16)
                                .unsetBy(Value.of(0))
                                .as("sku.capacity"),
                        Property.number("premium_messaging_partitions")
                                .defaultsTo(0)
                                .oneOf(0, 1, 2, 4)
                                .immutable()
                                .unsetBy(Value.of(0))
                                .as("properties.premiumMessagingPartitions"),
                        Property.flag("local_auth_enabled")
                                .defaultsTo(true)
                                .guarded()
                                .as("properties.disableLocalAuth", Form.OPPOSITE),
                        Property.text("minimum_tls_version")
                                .defaultsTo("1.2")
                                .oneOf("1.2")
                                .as("properties.minimumTlsVersion"),
                        Fields.publicAccess("properties.publicNetworkAccess"),
                        Fields.identity("UserAssigned", "SystemAssigned", "SystemAssigned, UserAssigned"),
                        networkRules(),
                        Property.text("endpoint").computed().as("properties.serviceBusEndpoint"))
                .rules(NamespaceChecks.all())
                .replacedWhen("sku", (before, after) -> before.equals(PREMIUM) || after.equals(PREMIUM))
                .facts(MessageFacts::ofNamespace)
                .build();
    }

    private static Field.Builder networkRules() {
        return NestedBlock.single(
                        "network_rule_set",
                        Property.text("default_action")
                                .defaultsTo("Allow")
                                .oneOf("Allow", "Deny")
                                .guarded()
                                .as("properties.defaultAction"),
                        Fields.publicAccess("properties.publicNetworkAccess"),
                        Property.textSet("ip_rules").guarded().as("properties.ipRules", Form.each("ipMask")),
                        Property.flag("trusted_services_allowed")
                                .defaultsTo(false)
                                .as("properties.trustedServiceAccessEnabled"),
                        NestedBlock.set(
                                        "network_rules",
                                        Fields.id("subnet_id", "subnet.id").required(),
                                        Property.flag("ignore_missing_vnet_service_endpoint")
                                                .defaultsTo(false)
                                                .as("ignoreMissingVnetServiceEndpoint"))
                                .as("properties.virtualNetworkRules"))
                .usually(MapValue.EMPTY)
                .as("@networkRuleSets/default");
    }
}
