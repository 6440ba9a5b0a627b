package dev.corbel.providers.azure.network;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;

class PublicIpContractTest extends ArmContract {
    PublicIpContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_public_ip",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Network/publicIPAddresses/absent",
                        distinct -> Values.map(
                                "name",
                                "ip-" + distinct,
                                "resource_group_name",
                                group(),
                                "location",
                                REGION,
                                "allocation_method",
                                "Static",
                                "zones",
                                List.of("1", "2")))
                .changedBy(old -> old.with("idle_timeout_in_minutes", Value.of(10))
                        .with("domain_name_label", Value.of("orders-contract")))
                .replacedBy(old -> old.with("zones", Value.list(Value.of("3"))));
    }
}
