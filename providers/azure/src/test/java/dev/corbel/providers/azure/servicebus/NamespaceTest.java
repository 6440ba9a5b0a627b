package dev.corbel.providers.azure.servicebus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmBench;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a namespace can be goes by its SKU. */
@ExtendWith(ArmExtension.class)
class NamespaceTest {
    private static final String NAMESPACE = "azurerm_servicebus_namespace";
    private static final String QUEUE = "azurerm_servicebus_queue";

    private final ArmBench bench;

    NamespaceTest(ArmServer arm) {
        bench = new ArmBench(arm);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private MapValue namespace(String sku) {
        Value group = bench.make("azurerm_resource_group", Values.map("name", "rg-bus", "location", "swedencentral"))
                .get("name");
        return Values.map("name", "bus-shop", "resource_group_name", group, "location", "swedencentral", "sku", sku);
    }

    @Test
    void growsInPlaceUpToPremium() throws ProviderException {
        ObjectState basic = bench.create(NAMESPACE, namespace("Basic"));

        ObjectState standard = bench.update(NAMESPACE, basic, namespace("Standard"));

        assertThat(standard.attributes().get("sku")).isEqualTo(Value.of("Standard"));
        assertThat(standard.attributes().text("endpoint")).contains("https://bus-shop.servicebus.windows.net:443/");
        assertThat(bench.plan(
                                NAMESPACE,
                                standard.attributes(),
                                namespace("Premium").with("capacity", Value.of(1)))
                        .replacedFor())
                .isNotEmpty();
    }

    @Test
    void saysTheSizeOfOnePartOfAQueue() throws ProviderException {
        Value bus = bench.make(NAMESPACE, namespace("Standard")).get("id");
        MapValue wanted = Values.map("name", "orders", "namespace_id", bus, "partitioning_enabled", true);

        ObjectState made = bench.create(QUEUE, wanted);

        assertThat(made.attributes().get("max_size_in_megabytes")).isEqualTo(Value.of(1024));
        assertThat(made.attributes().get("max_message_size_in_kilobytes")).isEqualTo(Value.of(256));
        ObjectState changed = bench.update(QUEUE, made, wanted.with("max_delivery_count", Value.of(3)));
        assertThat(changed.attributes().get("max_size_in_megabytes")).isEqualTo(Value.of(1024));
        assertThat(changed.attributes().get("max_delivery_count")).isEqualTo(Value.of(3));
    }

    @ParameterizedTest
    @CsvSource({
        "Standard, capacity, 2, capacity takes the SKU Premium",
        "Basic, premium_messaging_partitions, 1, premium_messaging_partitions takes the SKU Premium",
        "Premium, capacity, 0, the SKU Premium needs capacity",
        "Premium, premium_messaging_partitions, 0, the SKU Premium needs premium_messaging_partitions",
    })
    void saysWhatNumbersTheSkuTakes(String sku, String attribute, int number, String problem) {
        MapValue wanted = namespace(sku);
        if (sku.equals("Premium")) {
            wanted = wanted.with("capacity", Value.of(1)).with("premium_messaging_partitions", Value.of(1));
        }
        assertThat(bench.problems(NAMESPACE, wanted.with(attribute, Value.of(number))))
                .containsExactly(problem);
    }

    @Test
    void saysWhatRulesForNetworksAzureWouldRefuse() {
        MapValue premium =
                namespace("Premium").with("capacity", Value.of(1)).with("premium_messaging_partitions", Value.of(1));
        MapValue limits = Values.map("default_action", "Deny", "ip_rules", Value.list(Value.of("10.1.0.0/16")));

        assertThat(bench.problems(NAMESPACE, premium.with("network_rule_set", limits)))
                .isEmpty();
        assertThat(bench.problems(NAMESPACE, namespace("Standard").with("network_rule_set", limits)))
                .containsExactly("network_rule_set takes the SKU Premium");
        assertThat(bench.problems(NAMESPACE, premium.with("network_rule_set", Values.map("default_action", "Deny"))))
                .containsExactly("network_rule_set: default_action = 'Deny' lets nothing in");
        assertThat(bench.problems(
                        NAMESPACE,
                        premium.with("network_rule_set", limits)
                                .with("public_network_access_enabled", Value.of(false))))
                .containsExactly("network_rule_set says something else of public_network_access_enabled");
    }
}
