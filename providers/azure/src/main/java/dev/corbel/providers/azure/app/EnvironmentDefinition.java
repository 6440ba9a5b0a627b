package dev.corbel.providers.azure.app;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.network.NetworkLocks;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;

/** {@code azurerm_container_app_environment}: what container apps run in, in a network or without one. */
public final class EnvironmentDefinition {
    static final String TYPE = "Microsoft.App/managedEnvironments";
    static final String VERSION = "2025-07-01";
    static final String LOGS = "log-analytics";

    private EnvironmentDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_container_app_environment", TYPE, VERSION)
                .called("container app environment")
                .tagged()
                .patched()
                .locks(NetworkLocks.subnet("infrastructure_subnet_id"))
                .minutes(30, 30, 30)
                .hooks(new EnvironmentHooks())
                .fields(
                        Fields.name()
                                .matching(
                                        "[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]",
                                        "2 to 60 letters, digits and hyphens, with no hyphen at an end"),
                        Fields.resourceGroup(),
                        Fields.location(),
                        Property.text("dapr_application_insights_connection_string")
                                .sensitive()
                                .immutable()
                                .unread()
                                .as("properties.daprAIConnectionString"),
                        Fields.identity("UserAssigned", "SystemAssigned", "SystemAssigned, UserAssigned"),
                        Property.text("infrastructure_resource_group_name")
                                .orComputed()
                                .immutable()
                                .withoutCase()
                                .as("properties.infrastructureResourceGroup"),
                        Fields.id("infrastructure_subnet_id", "properties.vnetConfiguration.infrastructureSubnetId")
                                .immutable(),
                        Property.flag("internal_load_balancer_enabled")
                                .defaultsTo(false)
                                .immutable()
                                .as("properties.vnetConfiguration.internal"),
                        Fields.id("log_analytics_workspace_id"),
                        Property.text("logs_destination")
                                .oneOf("azure-monitor", LOGS)
                                .as("properties.appLogsConfiguration.destination"),
                        Property.flag("mutual_tls_enabled")
                                .defaultsTo(false)
                                .as("properties.peerAuthentication.mtls.enabled"),
                        Property.text("public_network_access")
                                .orComputed()
                                .oneOf("Disabled", "Enabled")
                                .guarded()
                                .as("properties.publicNetworkAccess"),
                        profiles(),
                        Property.flag("zone_redundancy_enabled")
                                .defaultsTo(false)
                                .immutable()
                                .as("properties.zoneRedundant"))
                .fields(
                        computed(
                                "custom_domain_verification_id",
                                "customDomainConfiguration.customDomainVerificationId"),
                        computed("default_domain", "defaultDomain"),
                        computed("docker_bridge_cidr", "vnetConfiguration.dockerBridgeCidr"),
                        computed("platform_reserved_cidr", "vnetConfiguration.platformReservedCidr"),
                        computed("platform_reserved_dns_ip_address", "vnetConfiguration.platformReservedDnsIP"),
                        computed("static_ip_address", "staticIp"))
                .rules(
                        needsSubnet("internal_load_balancer_enabled"),
                        needsSubnet("zone_redundancy_enabled"),
                        Rule.requires("infrastructure_resource_group_name", "workload_profile"),
                        Rule.refuses(
                                environment -> isSet(environment, "log_analytics_workspace_id")
                                        && isKnown(environment, "logs_destination")
                                        && !environment
                                                .get("logs_destination")
                                                .unmarked()
                                                .equals(Value.of(LOGS)),
                                "log_analytics_workspace_id needs logs_destination",
                                "Write logs_destination = 'log-analytics' beside it."),
                        Rule.refuses(
                                environment -> environment
                                                .get("logs_destination")
                                                .unmarked()
                                                .equals(Value.of(LOGS))
                                        && environment
                                                .get("log_analytics_workspace_id")
                                                .isNull(),
                                "logs_destination = 'log-analytics' needs log_analytics_workspace_id",
                                "Set both, or neither."))
                .replacedWhen("workload_profile", EnvironmentDefinition::isOtherKind)
                .build();
    }

    private static Property computed(String name, String property) {
        return Property.text(name).computed().as("properties." + property);
    }

    private static NestedBlock profiles() {
        return NestedBlock.set(
                        "workload_profile",
                        Property.text("name").required().as("name"),
                        Property.text("workload_profile_type")
                                .required()
                                .oneOf(
                                        "Consumption",
                                        "Consumption-GPU-NC24-A100",
                                        "Consumption-GPU-NC8as-T4",
                                        "D4",
                                        "D8",
                                        "D16",
                                        "D32",
                                        "E4",
                                        "E8",
                                        "E16",
                                        "E32",
                                        "NC24-A100",
                                        "NC48-A100",
                                        "NC96-A100")
                                .as("workloadProfileType"),
                        Property.number("maximum_count").as("maximumCount"),
                        Property.number("minimum_count").as("minimumCount"))
                .as("properties.workloadProfiles");
    }

    /** Environments with and without profiles are of two kinds. */
    private static boolean isOtherKind(Value before, Value after) {
        return isNone(before) != isNone(after);
    }

    private static boolean isNone(Value profiles) {
        return profiles.isNull() || profiles.equals(Value.list());
    }

    private static Rule needsSubnet(String flag) {
        return Rule.refuses(
                environment -> environment.get(flag).unmarked().equals(Value.of(true))
                        && environment.get("infrastructure_subnet_id").isNull(),
                flag + " needs infrastructure_subnet_id",
                "An environment without a subnet of its own has neither zones nor an address of its own.");
    }

    private static boolean isKnown(MapValue environment, String name) {
        return !environment.get(name).unmarked().isUnknown();
    }

    private static boolean isSet(MapValue environment, String name) {
        return !environment.get(name).isNull() && isKnown(environment, name);
    }
}
