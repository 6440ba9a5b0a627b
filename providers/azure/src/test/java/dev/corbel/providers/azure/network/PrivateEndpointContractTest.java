package dev.corbel.providers.azure.network;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;

class PrivateEndpointContractTest extends ArmContract {
    PrivateEndpointContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_private_endpoint",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Network/privateEndpoints/absent",
                        distinct -> Values.map(
                                "name", "pe-" + distinct,
                                "resource_group_name", group(),
                                "location", REGION,
                                "subnet_id", subnet(),
                                "tags", Values.map("stage", "test"),
                                "private_service_connection", connection(),
                                "private_dns_zone_group", zoneGroup("vaults")))
                .changedBy(old -> old.with("private_dns_zone_group", zoneGroup("others"))
                        .with("tags", Values.map("stage", "live")))
                .replacedBy(old -> old.with("name", Value.of("other")));
    }

    private Value connection() {
        return Values.map(
                "name",
                "vault",
                "is_manual_connection",
                false,
                "private_connection_resource_id",
                vault(),
                "subresource_names",
                List.of("vault"));
    }

    private Value zoneGroup(String name) {
        return Values.map("name", name, "private_dns_zone_ids", Value.list(zone()));
    }

    private Value subnet() {
        Value network = made(
                        "azurerm_virtual_network",
                        Values.map(
                                "name",
                                "net-endpoints",
                                "resource_group_name",
                                group(),
                                "location",
                                REGION,
                                "address_space",
                                List.of("10.0.0.0/16")))
                .get("name");
        return made(
                        "azurerm_subnet",
                        Values.map(
                                "name",
                                "endpoints",
                                "resource_group_name",
                                group(),
                                "virtual_network_name",
                                network,
                                "address_prefixes",
                                List.of("10.0.1.0/24")))
                .get("id");
    }

    private Value vault() {
        return made(
                        "azurerm_key_vault",
                        Values.map(
                                "name",
                                "kv-endpoint",
                                "resource_group_name",
                                group(),
                                "location",
                                REGION,
                                "sku_name",
                                "standard",
                                "tenant_id",
                                tenant(),
                                "rbac_authorization_enabled",
                                true))
                .get("id");
    }

    private Value zone() {
        return made(
                        "azurerm_private_dns_zone",
                        Values.map("name", "privatelink.vaultcore.azure.net", "resource_group_name", group()))
                .get("id");
    }
}
