package dev.corbel.providers.azure.servicebus;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.conformance.Values;

/** The contract of a type of Service Bus. */
abstract class BusContract extends ArmContract {
    BusContract(ArmServer arm) {
        super(arm);
    }

    protected final MapValue namespace(String name, String sku) {
        return Values.map("name", name, "resource_group_name", group(), "location", REGION, "sku", sku);
    }

    protected final String absent(String path) {
        return subscription() + "/resourceGroups/rg-contract/providers/Microsoft.ServiceBus/namespaces/" + path;
    }
}
