package dev.corbel.providers.azure.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmFaults;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmBench;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zone group of an endpoint changes what the endpoint itself tells, which reads may show late. */
@ExtendWith(ArmExtension.class)
class EndpointLagTest {
    private static final String ENDPOINT = "azurerm_private_endpoint";

    private final ArmServer arm;

    EndpointLagTest(ArmServer arm) {
        this.arm = arm;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void tellsTheNamesWhereTheyAreOnceReadsShowThem(long seed) throws ProviderException {
        try (ArmBench bench = new ArmBench(arm)) {
            MapValue alone = endpoint(bench);
            MapValue grouped = alone.with(
                    "private_dns_zone_group",
                    Values.map("name", "default", "private_dns_zone_ids", Value.list(zone(bench))));
            ObjectState made = bench.create(ENDPOINT, alone);
            arm.faults(new ArmFaults(seed, 0, 0, 0, 0, 0, 8, 0));

            ObjectState after = bench.update(ENDPOINT, made, grouped);
            assertThat(after.attributes().get("custom_dns_configs")).isEqualTo(Value.list());
            assertThat(settled(bench, after)).isEqualTo(after);

            arm.faults(new ArmFaults(seed, 0, 0, 0, 0, 0, 8, 0));
            ObjectState again = bench.update(ENDPOINT, after, alone);
            assertThat(again.attributes().get("custom_dns_configs"))
                    .isEqualTo(made.attributes().get("custom_dns_configs"))
                    .isNotEqualTo(Value.list());
            assertThat(settled(bench, again)).isEqualTo(again);
        }
    }

    /** The object as reads show it in the end. */
    private ObjectState settled(ArmBench bench, ObjectState object) {
        arm.faults(ArmFaults.NONE);
        ObjectState read = object;
        for (int i = 0; i < 10; i++) {
            ReadResult result = bench.read(List.of(bench.asking(ENDPOINT, object.attributes())))
                    .get(0);
            read = ((ReadResult.Present) result).object();
        }
        return read;
    }

    private MapValue endpoint(ArmBench bench) {
        MapValue network = bench.make("azurerm_virtual_network", located(bench, "net", "address_space", "10.0.0.0/16"));
        MapValue subnet = bench.make(
                "azurerm_subnet",
                Values.map(
                        "name",
                        "endpoints",
                        "resource_group_name",
                        group(bench),
                        "virtual_network_name",
                        network.get("name"),
                        "address_prefixes",
                        List.of("10.0.1.0/24")));
        MapValue vault = bench.make(
                "azurerm_key_vault",
                Values.map(
                        "name",
                        "kv-lag",
                        "resource_group_name",
                        group(bench),
                        "location",
                        "swedencentral",
                        "sku_name",
                        "standard",
                        "tenant_id",
                        arm.tenant(),
                        "rbac_authorization_enabled",
                        true));
        return Values.map(
                "name",
                "pe",
                "resource_group_name",
                group(bench),
                "location",
                "swedencentral",
                "subnet_id",
                subnet.get("id"),
                "private_service_connection",
                Values.map(
                        "name",
                        "vault",
                        "is_manual_connection",
                        false,
                        "private_connection_resource_id",
                        vault.get("id"),
                        "subresource_names",
                        List.of("vault")));
    }

    private static MapValue located(ArmBench bench, String name, String list, String element) {
        return Values.map(
                "name", name, "resource_group_name", group(bench), "location", "swedencentral", list, List.of(element));
    }

    private static Value zone(ArmBench bench) {
        return bench.make(
                        "azurerm_private_dns_zone",
                        Values.map("name", "privatelink.vaultcore.azure.net", "resource_group_name", group(bench)))
                .get("id");
    }

    private static Value group(ArmBench bench) {
        return bench.make("azurerm_resource_group", Values.map("name", "rg-lag", "location", "swedencentral"))
                .get("name");
    }
}
