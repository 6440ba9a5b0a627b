package dev.corbel.providers.azure.registry;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class ContainerRegistryContractTest extends ArmContract {
    ContainerRegistryContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_container_registry",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.ContainerRegistry/registries/absent",
                        distinct -> Values.map(
                                "name",
                                "cr" + distinct.replace("-", ""),
                                "resource_group_name",
                                group(),
                                "location",
                                REGION,
                                "sku",
                                "Premium"))
                .changedBy(old -> old.with("public_network_access_enabled", Value.of(false))
                        .with("retention_policy_in_days", Value.of(14)))
                .replacedBy(old -> old.with("zone_redundancy_enabled", Value.of(true)));
    }
}
