package dev.corbel.providers.azure.dns;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;

class PrivateDnsARecordContractTest extends ArmContract {
    PrivateDnsARecordContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_private_dns_a_record",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Network/privateDnsZones/orders.internal/A/absent",
                        distinct -> Values.map(
                                "name",
                                distinct,
                                "private_dns_zone_id",
                                zone().get("id"),
                                "records",
                                List.of("10.0.0.4", "10.0.0.5"),
                                "ttl",
                                300))
                .changedBy(old -> old.with("ttl", Value.of(60)).with("records", Value.list(Value.of("10.0.0.9"))))
                .replacedBy(old -> old.with("name", Value.of("other")));
    }

    private MapValue zone() {
        return made("azurerm_private_dns_zone", Values.map("name", "orders.internal", "resource_group_name", group()));
    }
}
