package dev.corbel.providers.azure.group;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class ManagementLockContractTest extends ArmContract {
    ManagementLockContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_management_lock",
                        subscription() + "/resourceGroups/rg-contract/providers/Microsoft.Authorization/locks/absent",
                        distinct -> Values.map(
                                "name",
                                "lock-" + distinct,
                                "scope",
                                scope(),
                                "lock_level",
                                "CanNotDelete",
                                "notes",
                                "kept"))
                .replacedBy(old -> old.with("lock_level", Value.of("ReadOnly")))
                .untagged();
    }

    private Value scope() {
        group();
        return Value.of(subscription() + "/resourceGroups/rg-contract");
    }
}
