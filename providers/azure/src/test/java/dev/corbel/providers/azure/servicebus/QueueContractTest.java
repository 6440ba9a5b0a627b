package dev.corbel.providers.azure.servicebus;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class QueueContractTest extends BusContract {
    QueueContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_servicebus_queue",
                        absent("absent/queues/absent"),
                        distinct -> Values.map(
                                "name",
                                "queue-" + distinct,
                                "namespace_id",
                                made("azurerm_servicebus_namespace", namespace("bus-queues", "Standard"))
                                        .get("id"),
                                "partitioning_enabled",
                                true,
                                "max_size_in_megabytes",
                                2048,
                                "default_message_ttl",
                                "P14D"))
                .changedBy(old -> old.with("max_size_in_megabytes", Value.of(1024))
                        .with("lock_duration", Value.of("PT30S"))
                        .with("dead_lettering_on_message_expiration", Value.of(true)))
                .replacedBy(old -> old.with("requires_session", Value.of(true)))
                .untagged();
    }
}
