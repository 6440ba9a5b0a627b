package dev.corbel.providers.azure.registry;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.arm.PremiumSku;
import dev.corbel.providers.azure.fact.StorageFacts;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;
import java.util.Map;

/** {@code azurerm_container_registry}: images of containers. */
public final class ContainerRegistryDefinition {
    private ContainerRegistryDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_container_registry", "Microsoft.ContainerRegistry/registries", "2025-11-01")
                .called("container registry")
                .without("`georeplications`, `encryption`, `admin_password`, `admin_username`")
                .tagged()
                .patched()
                .holdingData()
                .minutes(30, 30, 30)
                .fields(
                        Fields.name().length(5, 50).matching("[a-zA-Z0-9]+", "letters and digits"),
                        Fields.resourceGroup(),
                        Fields.location(),
                        Property.text("sku")
                                .required()
                                .oneOf("Basic", "Standard", "Premium")
                                .withoutCase()
                                .as("sku.name"),
                        Property.flag("admin_enabled")
                                .defaultsTo(false)
                                .guarded()
                                .as("properties.adminUserEnabled"),
                        Property.flag("anonymous_pull_enabled").guarded().as("properties.anonymousPullEnabled"),
                        policy("azuread_authentication_as_arm_policy_enabled", "azureADAuthenticationAsArmPolicy")
                                .defaultsTo(true),
                        policy("export_policy_enabled", "exportPolicy").defaultsTo(true),
                        policy("quarantine_policy_enabled", "quarantinePolicy"),
                        Property.number("retention_policy_in_days")
                                .between(0, 365)
                                .as("properties.policies.retentionPolicy", RETENTION),
                        Property.flag("data_endpoint_enabled").as("properties.dataEndpointEnabled"),
                        Property.textSet("data_endpoint_host_names").computed().as("properties.dataEndpointHostNames"),
                        Fields.identity("UserAssigned", "SystemAssigned", "SystemAssigned, UserAssigned"),
                        Property.text("login_server").computed().as("properties.loginServer"),
                        Property.flag("network_rule_bypass_for_tasks_enabled")
                                .defaultsTo(false)
                                .as("properties.networkRuleBypassAllowedForTasks"),
                        Property.text("network_rule_bypass_option")
                                .defaultsTo("AzureServices")
                                .oneOf("AzureServices", "None")
                                .as("properties.networkRuleBypassOptions"),
                        networkRules(),
                        Fields.publicAccess("properties.publicNetworkAccess"),
                        Property.text("role_assignment_mode")
                                .defaultsTo("LegacyRegistryPermissions")
                                .oneOf("AbacRepositoryPermissions", "LegacyRegistryPermissions")
                                .as("properties.roleAssignmentMode"),
                        Property.flag("zone_redundancy_enabled")
                                .defaultsTo(false)
                                .immutable()
                                .as("properties.zoneRedundancy", Form.words("Enabled", "Disabled")))
                .rules(
                        needsPremium("zone_redundancy_enabled", true),
                        needsPremium("public_network_access_enabled", false),
                        needsPremium("data_endpoint_enabled", true))
                .recomputes("data_endpoint_host_names", "data_endpoint_enabled")
                .facts(StorageFacts::ofRegistry)
                .build();
    }

    private static final Form RETENTION = Form.of(
            days -> new MapValue(Map.of("days", days, "status", Value.of("enabled"))),
            policy -> policy instanceof MapValue map && map.get("status").equals(Value.of("enabled"))
                    ? map.get("days")
                    : Value.ofNull());

    private static Property policy(String name, String property) {
        return Property.flag(name).as("properties.policies." + property + ".status", Form.words("enabled", "disabled"));
    }

    private static Rule needsPremium(String attribute, boolean value) {
        return PremiumSku.needed(
                attribute + " = " + value,
                configuration -> configuration.get(attribute).equals(Value.of(value)));
    }

    private static Field.Builder networkRules() {
        return NestedBlock.single(
                        "network_rule_set",
                        Property.text("default_action")
                                .defaultsTo("Allow")
                                .oneOf("Allow", "Deny")
                                .as("defaultAction"),
                        NestedBlock.set(
                                        "ip_rule",
                                        Property.text("action")
                                                .required()
                                                .oneOf("Allow")
                                                .as("action"),
                                        Property.text("ip_range").required().as("value"))
                                .as("ipRules"))
                .usually(new MapValue(Map.of("default_action", Value.of("Allow"))))
                .as("properties.networkRuleSet");
    }
}
