package dev.corbel.providers.azure.dns;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;

class DnsARecordContractTest extends ArmContract {
    DnsARecordContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_dns_a_record",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Network/dnsZones/orders.example/A/absent",
                        distinct -> Values.map(
                                "name", distinct,
                                "zone_name", zone().get("name"),
                                "resource_group_name", group(),
                                "ttl", 300,
                                "records", List.of("192.0.2.1", "192.0.2.2")))
                .changedBy(old -> old.with("ttl", Value.of(60)).with("records", Value.list(Value.of("192.0.2.3"))))
                .replacedBy(old -> old.with("name", Value.of("other")));
    }

    private MapValue zone() {
        return made("azurerm_dns_zone", Values.map("name", "orders.example", "resource_group_name", group()));
    }
}
