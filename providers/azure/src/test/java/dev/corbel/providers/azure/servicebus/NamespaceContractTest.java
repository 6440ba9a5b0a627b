package dev.corbel.providers.azure.servicebus;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class NamespaceContractTest extends BusContract {
    NamespaceContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example("azurerm_servicebus_namespace", absent("absent"), distinct -> namespace(
                                "bus-" + distinct, "Premium")
                        .with("capacity", Value.of(1))
                        .with("premium_messaging_partitions", Value.of(1))
                        .with(
                                "network_rule_set",
                                Values.map(
                                        "default_action",
                                        "Deny",
                                        "ip_rules",
                                        Value.list(Value.of("10.1.0.0/16")),
                                        "trusted_services_allowed",
                                        true)))
                .changedBy(old -> old.with("capacity", Value.of(2))
                        .with("local_auth_enabled", Value.of(false))
                        .with("network_rule_set", Values.map("default_action", "Allow")))
                .replacedBy(old -> old.with("premium_messaging_partitions", Value.of(2)));
    }
}
