package dev.corbel.providers.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two that know nothing of each other change the same objects of the simulator, as two processes do: whatever both are done with is
 * there.
 */
@ExtendWith(ArmExtension.class)
class LostUpdateTest {
    private static final String REGION = "swedencentral";
    private static final int SUBNETS = 8;

    private final ArmBench ours;
    private final ArmBench theirs;

    LostUpdateTest(ArmServer arm) {
        ours = new ArmBench(arm);
        theirs = new ArmBench(arm);
    }

    @AfterEach
    void close() {
        ours.close();
        theirs.close();
    }

    private static MapValue lying(String name, Object... more) {
        MapValue where = Values.map("name", name, "resource_group_name", "rg-both", "location", REGION);
        MapValue rest = Values.map(more);
        for (String key : rest.entries().keySet()) {
            where = where.with(key, rest.get(key));
        }
        return where;
    }

    @BeforeEach
    void makeGroup() {
        ours.create("azurerm_resource_group", Values.map("name", "rg-both", "location", REGION));
    }

    private static MapValue network(List<String> servers) {
        return lying("net", "address_space", List.of("10.0.0.0/16"), "dns_servers", servers);
    }

    private static MapValue subnet(int number) {
        return Values.map(
                "name",
                "s" + number,
                "resource_group_name",
                "rg-both",
                "virtual_network_name",
                "net",
                "address_prefixes",
                List.of("10.0." + number + ".0/24"));
    }

    private static void together(List<Callable<?>> calls) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<?>> futures = new ArrayList<>();
            calls.forEach(call -> futures.add(threads.submit(call)));
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private MapValue read(String type, ObjectState object) {
        ReadResult result =
                ours.read(List.of(ours.asking(type, object.attributes()))).get(0);
        assertThat(result).isInstanceOf(ReadResult.Present.class);
        return ((ReadResult.Present) result).object().attributes();
    }

    @Test
    void threeWhoWriteTheSameSubnetKeepWhatTheOthersWrote() throws Exception {
        ours.create("azurerm_virtual_network", network(List.of()));
        Value rules = ours.create("azurerm_network_security_group", lying("rules"))
                .attributes()
                .get("id");
        Value gateway = ours.create("azurerm_nat_gateway", lying("out", "sku_name", "Standard"))
                .attributes()
                .get("id");
        for (int i = 0; i < SUBNETS; i++) {
            int number = i;
            ObjectState made = ours.create("azurerm_subnet", subnet(number));
            Value id = made.attributes().get("id");
            MapValue changed = subnet(number).with("default_outbound_access_enabled", Value.of(false));

            together(List.of(
                    () -> ours.create(
                            "azurerm_subnet_network_security_group_association",
                            Values.map("subnet_id", id, "network_security_group_id", rules)),
                    () -> theirs.create(
                            "azurerm_subnet_nat_gateway_association",
                            Values.map("subnet_id", id, "nat_gateway_id", gateway)),
                    () -> theirs.update("azurerm_subnet", made, changed)));

            MapValue subnet = read("azurerm_subnet", made);
            assertThat(subnet.get("network_security_group_id")).isEqualTo(rules);
            assertThat(subnet.get("default_outbound_access_enabled")).isEqualTo(Value.of(false));
            assertThat(ours.read(List.of(ours.asking(
                            "azurerm_subnet_nat_gateway_association",
                            Values.map("id", id, "subnet_id", id, "nat_gateway_id", gateway)))))
                    .first()
                    .isInstanceOf(ReadResult.Present.class);
        }
    }

    @Test
    void aNetworkThatChangesKeepsTheSubnetsThatAnotherProcessMakes() throws Exception {
        ObjectState net = ours.create("azurerm_virtual_network", network(List.of()));
        for (int i = 0; i < SUBNETS; i++) {
            int number = i;
            ObjectState before = net;
            together(List.of(
                    () -> ours.update("azurerm_virtual_network", before, network(List.of("10.0.0." + (number + 4)))),
                    () -> theirs.create("azurerm_subnet", subnet(number))));
            net = new ObjectState(read("azurerm_virtual_network", net));
        }

        assertThat(((ListValue) net.attributes().get("subnet")).elements()).hasSize(SUBNETS);
        assertThat(net.attributes().get("dns_servers")).isEqualTo(Value.list(Value.of("10.0.0." + (SUBNETS + 3))));
    }

    @Test
    void addressesOfOneGatewayAreAllKept() throws Exception {
        Value gateway = ours.create("azurerm_nat_gateway", lying("out", "sku_name", "Standard"))
                .attributes()
                .get("id");
        List<Callable<?>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Value address = ours.create(
                            "azurerm_public_ip", lying("ip" + i, "allocation_method", "Static", "sku", "Standard"))
                    .attributes()
                    .get("id");
            ArmBench who = i % 2 == 0 ? ours : theirs;
            calls.add(() -> who.create(
                    "azurerm_nat_gateway_public_ip_association",
                    Values.map("nat_gateway_id", gateway, "public_ip_address_id", address)));
        }

        together(calls);

        assertThat(ours.type("azurerm_nat_gateway_public_ip_association").list(ours.session()))
                .hasSize(6);
    }
}
