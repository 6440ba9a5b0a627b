package dev.corbel.providers.azure.group;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class ResourceGroupContractTest extends ArmContract {
    ResourceGroupContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_resource_group",
                        subscription() + "/resourceGroups/absent",
                        distinct -> Values.map("name", "rg-" + distinct, "location", REGION))
                .changedBy(old -> old.with("tags", Values.map("purpose", "test")))
                .replacedBy(old -> old.with("location", Value.of("westeurope")));
    }
}
