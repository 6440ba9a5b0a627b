package dev.corbel.providers.azure;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.azure.account.ClientConfigData;
import dev.corbel.providers.azure.account.LocationData;
import dev.corbel.providers.azure.account.SubscriptionData;
import dev.corbel.providers.azure.app.AppDefinition;
import dev.corbel.providers.azure.app.CustomDomainType;
import dev.corbel.providers.azure.app.EnvironmentDefinition;
import dev.corbel.providers.azure.arm.ArmAssociation;
import dev.corbel.providers.azure.arm.ArmAssociationType;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.ArmResourceType;
import dev.corbel.providers.azure.arm.GenericType;
import dev.corbel.providers.azure.dns.DnsARecordDefinition;
import dev.corbel.providers.azure.dns.DnsCnameRecordDefinition;
import dev.corbel.providers.azure.dns.DnsTxtRecordDefinition;
import dev.corbel.providers.azure.dns.DnsZoneData;
import dev.corbel.providers.azure.dns.DnsZoneDefinition;
import dev.corbel.providers.azure.dns.PrivateDnsARecordDefinition;
import dev.corbel.providers.azure.dns.PrivateDnsZoneDefinition;
import dev.corbel.providers.azure.dns.PrivateDnsZoneVirtualNetworkLinkDefinition;
import dev.corbel.providers.azure.group.ManagementLockDefinition;
import dev.corbel.providers.azure.group.ResourceGroupData;
import dev.corbel.providers.azure.group.ResourceGroupDefinition;
import dev.corbel.providers.azure.identity.RoleAssignmentDefinition;
import dev.corbel.providers.azure.identity.RoleDefinitionData;
import dev.corbel.providers.azure.identity.UserAssignedIdentityDefinition;
import dev.corbel.providers.azure.monitor.ActionGroupDefinition;
import dev.corbel.providers.azure.monitor.DiagnosticSettingDefinition;
import dev.corbel.providers.azure.monitor.LogAnalyticsWorkspaceDefinition;
import dev.corbel.providers.azure.monitor.MetricAlertDefinition;
import dev.corbel.providers.azure.network.NatGatewayDefinition;
import dev.corbel.providers.azure.network.NatGatewayPublicIpAssociationDefinition;
import dev.corbel.providers.azure.network.NetworkSecurityGroupDefinition;
import dev.corbel.providers.azure.network.NetworkSecurityRuleDefinition;
import dev.corbel.providers.azure.network.PrivateEndpointDefinition;
import dev.corbel.providers.azure.network.PublicIpDefinition;
import dev.corbel.providers.azure.network.SubnetData;
import dev.corbel.providers.azure.network.SubnetDefinition;
import dev.corbel.providers.azure.network.SubnetNatGatewayAssociationDefinition;
import dev.corbel.providers.azure.network.SubnetNetworkSecurityGroupAssociationDefinition;
import dev.corbel.providers.azure.network.VirtualNetworkData;
import dev.corbel.providers.azure.network.VirtualNetworkDefinition;
import dev.corbel.providers.azure.postgresql.FlexibleServerConfigurationDefinition;
import dev.corbel.providers.azure.postgresql.FlexibleServerDatabaseDefinition;
import dev.corbel.providers.azure.postgresql.FlexibleServerDefinition;
import dev.corbel.providers.azure.registry.ContainerRegistryData;
import dev.corbel.providers.azure.registry.ContainerRegistryDefinition;
import dev.corbel.providers.azure.servicebus.NamespaceDefinition;
import dev.corbel.providers.azure.servicebus.QueueDefinition;
import dev.corbel.providers.azure.storage.StorageAccountDefinition;
import dev.corbel.providers.azure.storage.StorageContainerDefinition;
import dev.corbel.providers.azure.storage.StorageManagementPolicyDefinition;
import dev.corbel.providers.azure.storage.StorageShareDefinition;
import dev.corbel.providers.azure.vault.KeyVaultDefinition;
import dev.corbel.providers.azure.vault.KeyVaultSecretDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All types, each built when it is first asked for. A new type is a line here. */
final class AzureTypes {
    static final SortedMap<String, Supplier<ResourceType>> RESOURCES = new TreeMap<>(Map.ofEntries(
            arm("azurerm_container_app", AppDefinition::definition),
            Map.entry("azurerm_container_app_custom_domain", CustomDomainType::new),
            arm("azurerm_container_app_environment", EnvironmentDefinition::definition),
            arm("azurerm_container_registry", ContainerRegistryDefinition::definition),
            arm("azurerm_dns_a_record", DnsARecordDefinition::definition),
            arm("azurerm_dns_cname_record", DnsCnameRecordDefinition::definition),
            arm("azurerm_dns_txt_record", DnsTxtRecordDefinition::definition),
            arm("azurerm_dns_zone", DnsZoneDefinition::definition),
            arm("azurerm_key_vault", KeyVaultDefinition::definition),
            arm("azurerm_key_vault_secret", KeyVaultSecretDefinition::definition),
            arm("azurerm_log_analytics_workspace", LogAnalyticsWorkspaceDefinition::definition),
            arm("azurerm_management_lock", ManagementLockDefinition::definition),
            arm("azurerm_monitor_action_group", ActionGroupDefinition::definition),
            arm("azurerm_monitor_diagnostic_setting", DiagnosticSettingDefinition::definition),
            arm("azurerm_monitor_metric_alert", MetricAlertDefinition::definition),
            arm("azurerm_nat_gateway", NatGatewayDefinition::definition),
            association(
                    "azurerm_nat_gateway_public_ip_association", NatGatewayPublicIpAssociationDefinition::definition),
            arm("azurerm_network_security_group", NetworkSecurityGroupDefinition::definition),
            arm("azurerm_network_security_rule", NetworkSecurityRuleDefinition::definition),
            arm("azurerm_postgresql_flexible_server", FlexibleServerDefinition::definition),
            arm("azurerm_postgresql_flexible_server_configuration", FlexibleServerConfigurationDefinition::definition),
            arm("azurerm_postgresql_flexible_server_database", FlexibleServerDatabaseDefinition::definition),
            arm("azurerm_private_dns_a_record", PrivateDnsARecordDefinition::definition),
            arm("azurerm_private_dns_zone", PrivateDnsZoneDefinition::definition),
            arm(
                    "azurerm_private_dns_zone_virtual_network_link",
                    PrivateDnsZoneVirtualNetworkLinkDefinition::definition),
            arm("azurerm_private_endpoint", PrivateEndpointDefinition::definition),
            arm("azurerm_public_ip", PublicIpDefinition::definition),
            Map.entry("azurerm_resource", GenericType::new),
            arm("azurerm_resource_group", ResourceGroupDefinition::definition),
            arm("azurerm_role_assignment", RoleAssignmentDefinition::definition),
            arm("azurerm_servicebus_namespace", NamespaceDefinition::definition),
            arm("azurerm_servicebus_queue", QueueDefinition::definition),
            arm("azurerm_storage_account", StorageAccountDefinition::definition),
            arm("azurerm_storage_container", StorageContainerDefinition::definition),
            arm("azurerm_storage_management_policy", StorageManagementPolicyDefinition::definition),
            arm("azurerm_storage_share", StorageShareDefinition::definition),
            arm("azurerm_subnet", SubnetDefinition::definition),
            association("azurerm_subnet_nat_gateway_association", SubnetNatGatewayAssociationDefinition::definition),
            association(
                    "azurerm_subnet_network_security_group_association",
                    SubnetNetworkSecurityGroupAssociationDefinition::definition),
            arm("azurerm_user_assigned_identity", UserAssignedIdentityDefinition::definition),
            arm("azurerm_virtual_network", VirtualNetworkDefinition::definition)));

    static final SortedMap<String, Supplier<DataSourceType>> DATA_SOURCES = new TreeMap<>(Map.ofEntries(
            Map.entry("azurerm_client_config", ClientConfigData::type),
            Map.entry("azurerm_container_registry", ContainerRegistryData::type),
            Map.entry("azurerm_dns_zone", DnsZoneData::type),
            Map.entry("azurerm_location", LocationData::type),
            Map.entry("azurerm_resource_group", ResourceGroupData::type),
            Map.entry("azurerm_role_definition", RoleDefinitionData::type),
            Map.entry("azurerm_subnet", SubnetData::type),
            Map.entry("azurerm_subscription", SubscriptionData::type),
            Map.entry("azurerm_virtual_network", VirtualNetworkData::type)));

    private static final Map<String, ResourceType> BUILT_RESOURCES = new ConcurrentHashMap<>();
    private static final Map<String, DataSourceType> BUILT_DATA_SOURCES = new ConcurrentHashMap<>();

    private AzureTypes() {}

    private static Map.Entry<String, Supplier<ResourceType>> arm(String name, Supplier<ArmDefinition> definition) {
        return Map.entry(name, () -> new ArmResourceType(definition.get()));
    }

    private static Map.Entry<String, Supplier<ResourceType>> association(
            String name, Supplier<ArmAssociation> definition) {
        return Map.entry(name, () -> new ArmAssociationType(definition.get()));
    }

    static Optional<ResourceType> resource(String name) {
        return Optional.ofNullable(RESOURCES.get(name))
                .map(type -> BUILT_RESOURCES.computeIfAbsent(name, key -> type.get()));
    }

    static Optional<DataSourceType> dataSource(String name) {
        return Optional.ofNullable(DATA_SOURCES.get(name))
                .map(type -> BUILT_DATA_SOURCES.computeIfAbsent(name, key -> type.get()));
    }
}
