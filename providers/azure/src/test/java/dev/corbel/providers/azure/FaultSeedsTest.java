package dev.corbel.providers.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmFaults;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On rough days calls are refused, fail, and are done without an answer, reads lag, and tokens expire; on rougher ones long operations
 * fail, too. What the engine does then, which is to recover, to replace what is left in part and to try again, ends with each object there
 * once, changed, and in the end gone.
 */
@Tag("proof")
@ExtendWith(ArmExtension.class)
class FaultSeedsTest {
    private static final int ATTEMPTS = 40;
    private static final String REGION = "swedencentral";

    private final ArmServer arm;

    FaultSeedsTest(ArmServer arm) {
        this.arm = arm;
    }

    static LongStream seeds() {
        long first = Long.getLong("corbel.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("corbel.seeds", 10));
    }

    private record Made(String type, MapValue configuration, ObjectState object) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everythingIsMadeChangedAndDeletedInTheEnd(long seed) {
        arm.faults(seed % 2 == 0 ? ArmFaults.rough(seed) : ArmFaults.rougher(seed));
        Deque<Made> all = new ArrayDeque<>();
        try (ArmBench bench = new ArmBench(arm)) {
            makeAll(bench, all);
            for (Made made : List.copyOf(all)) {
                MapValue changed = changed(made);
                ObjectState after = untilDone(() -> bench.update(made.type(), made.object(), changed));
                assertThat(read(bench, made.type(), after))
                        .as("%s after its change", made.type())
                        .isEqualTo(after);
            }
            while (!all.isEmpty()) {
                Made last = all.pop();
                untilDone(() -> {
                    bench.delete(last.type(), last.object());
                    return last;
                });
            }
            arm.faults(ArmFaults.NONE);
            assertThat(bench.type("azurerm_resource_group").list(bench.session()))
                    .isEmpty();
        } catch (AssertionError | ProviderException wrong) {
            throw new AssertionError(
                    "seed %d (to repeat: -Dcorbel.seed=%d -Dcorbel.seeds=1): %s"
                            .formatted(seed, seed, wrong.getMessage()),
                    wrong);
        }
    }

    private void makeAll(ArmBench bench, Deque<Made> all) {
        make(bench, all, "azurerm_resource_group", Values.map("name", "rg-faults", "location", REGION));
        make(bench, all, "azurerm_virtual_network", lying("net", "address_space", List.of("10.0.0.0/16")));
        Value subnet = make(
                bench,
                all,
                "azurerm_subnet",
                Values.map(
                        "name", "endpoints",
                        "resource_group_name", "rg-faults",
                        "virtual_network_name", "net",
                        "address_prefixes", List.of("10.0.1.0/24")));
        Value rules = make(bench, all, "azurerm_network_security_group", lying("rules"));
        make(
                bench,
                all,
                "azurerm_subnet_network_security_group_association",
                Values.map("subnet_id", subnet, "network_security_group_id", rules));
        Value zone = make(
                bench,
                all,
                "azurerm_private_dns_zone",
                Values.map("name", "privatelink.vaultcore.azure.net", "resource_group_name", "rg-faults"));
        Value vault = make(
                bench,
                all,
                "azurerm_key_vault",
                lying(
                        "kv-faults",
                        "sku_name",
                        "standard",
                        "tenant_id",
                        arm.tenant(),
                        "rbac_authorization_enabled",
                        true));
        make(
                bench,
                all,
                "azurerm_private_endpoint",
                lying(
                        "pe",
                        "subnet_id",
                        subnet,
                        "private_service_connection",
                        Values.map(
                                "name",
                                "vault",
                                "is_manual_connection",
                                false,
                                "private_connection_resource_id",
                                vault,
                                "subresource_names",
                                List.of("vault")),
                        "private_dns_zone_group",
                        Values.map("name", "default", "private_dns_zone_ids", Value.list(zone))));
        Value identity = make(bench, all, "azurerm_user_assigned_identity", lying("id"));
        assertThat(identity.isWhollyKnown()).isTrue();
        make(
                bench,
                all,
                "azurerm_role_assignment",
                Values.map(
                        "scope",
                        vault,
                        "role_definition_name",
                        "Reader",
                        "principal_id",
                        all.peek().object().attributes().get("principal_id")));
    }

    private static MapValue lying(String name, Object... more) {
        MapValue configuration = Values.map("name", name, "resource_group_name", "rg-faults", "location", REGION);
        for (Map.Entry<String, Value> entry : Values.map(more).entries().entrySet()) {
            configuration = configuration.with(entry.getKey(), entry.getValue());
        }
        return configuration;
    }

    private static MapValue changed(Made made) {
        boolean tagged = made.object().attributes().entries().containsKey("tags_all");
        return tagged ? made.configuration().with("tags", Values.map("stage", "live")) : made.configuration();
    }

    /** Creates an object as the engine does, and gives its id. */
    private static Value make(ArmBench bench, Deque<Made> all, String type, MapValue configuration) {
        ResourceType resource = bench.type(type);
        CreateRequest request = bench.creation(type, configuration);
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                ObjectState object = resource.create(bench.session(), request);
                all.push(new Made(type, configuration, object));
                return object.attributes().get("id");
            } catch (ProviderException failure) {
                Optional<ObjectState> left =
                        failure.object().isPresent() ? failure.object() : recovered(bench, request, resource);
                if (left.isPresent() && failure.object().isEmpty()) {
                    all.push(new Made(type, configuration, left.get()));
                    return left.get().attributes().get("id");
                }
                if (left.isPresent()) {
                    // A creation that failed in part leaves something behind, which the engine replaces.
                    ObjectState rest = left.get();
                    untilDone(() -> {
                        bench.delete(type, rest);
                        return rest;
                    });
                    request = bench.creation(type, configuration);
                }
            }
        }
        throw new AssertionError(type + " was not made in " + ATTEMPTS + " attempts");
    }

    private static Optional<ObjectState> recovered(ArmBench bench, CreateRequest request, ResourceType type) {
        return untilDone(() -> type.recover(bench.session(), request));
    }

    private static ObjectState read(ArmBench bench, String type, ObjectState object) {
        for (int i = 0; i < ATTEMPTS; i++) {
            ReadResult result =
                    bench.read(List.of(bench.asking(type, object.attributes()))).get(0);
            if (result instanceof ReadResult.Present present && present.object().equals(object)) {
                return object;
            }
        }
        return object(bench, type, object);
    }

    private static ObjectState object(ArmBench bench, String type, ObjectState object) {
        ReadResult result =
                bench.read(List.of(bench.asking(type, object.attributes()))).get(0);
        return result instanceof ReadResult.Present present ? present.object() : new ObjectState(MapValue.EMPTY);
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T run() throws ProviderException;
    }

    private static <T> T untilDone(Attempt<T> attempt) {
        for (int left = ATTEMPTS; true; left--) {
            try {
                return attempt.run();
            } catch (ProviderException failure) {
                if (left == 1) {
                    throw new AssertionError(failure.diagnostic().toString(), failure);
                }
            }
        }
    }
}
