package dev.corbel.providers.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The resource of any type, on types that the simulator knows. */
@ExtendWith(ArmExtension.class)
class GenericResourceTest {
    private static final String TYPE = "azurerm_resource";
    private static final String VERSION = "2025-01-01";

    private final ArmServer arm;
    private final ArmBench bench;
    private String group = "";

    GenericResourceTest(ArmServer arm) {
        this.arm = arm;
        this.bench = new ArmBench(arm);
    }

    @BeforeEach
    void makeGroup() {
        group = bench.make("azurerm_resource_group", Values.map("name", "rg-any", "location", "swedencentral"))
                .text("id")
                .orElseThrow();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private MapValue gateway(Object body) {
        return Values.map(
                "type",
                "Microsoft.Network/natGateways",
                "api_version",
                VERSION,
                "name",
                "out",
                "parent_id",
                group,
                "location",
                "Sweden Central",
                "body",
                body,
                "response_export_values",
                List.of("properties.provisioningState", "sku.name", "properties.none"));
    }

    private static Map<String, Object> minutes(int minutes) {
        return Map.of("sku", Map.of("name", "Standard"), "properties", Map.of("idleTimeoutInMinutes", minutes));
    }

    private MapValue gateway(int minutes) {
        return gateway(values(minutes(minutes)));
    }

    private static MapValue values(Map<String, Object> map) {
        Map<String, Value> values = new TreeMap<>();
        map.forEach((name, value) -> values.put(
                name,
                value instanceof Map<?, ?> inner
                        ? values(asMap(inner))
                        : value instanceof Integer number ? Value.of(number) : Value.of(value.toString())));
        return new MapValue(values);
    }

    private static Map<String, Object> asMap(Map<?, ?> map) {
        Map<String, Object> named = new TreeMap<>();
        map.forEach((name, value) -> named.put(name.toString(), value));
        return named;
    }

    private ObjectState read(ObjectState object) {
        ReadResult result =
                bench.read(List.of(bench.asking(TYPE, object.attributes()))).get(0);
        assertThat(result).isInstanceOf(ReadResult.Present.class);
        return ((ReadResult.Present) result).object();
    }

    private MapValue planned(ObjectState object, MapValue configuration) {
        return bench.plan(TYPE, object.attributes(), configuration).attributes();
    }

    @Test
    void whatItMakesHasTheBodyAndTellsValuesByTheirPaths() {
        ObjectState object = bench.create(TYPE, gateway(10));

        MapValue attributes = object.attributes();
        assertThat(attributes.text("id")).contains(group + "/providers/Microsoft.Network/natGateways/out");
        assertThat(attributes.get("body")).isEqualTo(gateway(10).get("body"));
        assertThat(attributes.get("output"))
                .isEqualTo(Values.map(
                        "properties.provisioningState",
                        "Succeeded",
                        "sku.name",
                        "Standard",
                        "properties.none",
                        Value.ofNull()));
        assertThat(read(object)).isEqualTo(object);
        assertThat(planned(object, gateway(10))).isEqualTo(attributes);
    }

    @Test
    void onlyWhatTheBodyNamesIsDrift() throws ProviderException {
        ObjectState object = bench.create(TYPE, gateway(10));
        MapValue other = gateway(values(Map.of("tags", Map.of("by", "hand"))));
        bench.update(TYPE, object, other);

        assertThat(read(object)).as("after a change beside the body").isEqualTo(object);

        bench.update(TYPE, object, gateway(20));

        assertThat(read(object).attributes().get("body")).isEqualTo(gateway(20).get("body"));
        MapValue whole = bench.type(TYPE)
                .importObject(bench.session(), object.attributes().text("id").orElseThrow() + "?api-version=" + VERSION)
                .orElseThrow()
                .attributes();
        assertThat(whole.get("body").toString()).as("what others set stays").contains("by", "hand");
    }

    @Test
    void anUpdateSendsTheBodyAndNullTakesAway() throws ProviderException {
        ObjectState object = bench.create(
                TYPE, gateway(values(Map.of("sku", Map.of("name", "Standard"), "tags", Map.of("a", "1", "b", "2")))));
        MapValue without =
                gateway(new MapValue(Map.of("tags", new MapValue(Map.of("a", Value.of("1"), "b", Value.ofNull())))));

        ObjectState changed = bench.update(TYPE, object, without);

        assertThat(changed.attributes().get("body")).isEqualTo(without.get("body"));
        MapValue all = gateway(values(Map.of("tags", Map.of("a", "x"))));
        assertThat(bench.update(TYPE, changed, all).attributes().get("body")).isEqualTo(all.get("body"));
    }

    @Test
    void childrenAndExtensionsLieBelowTheirParents() {
        String network = bench.make(
                        "azurerm_virtual_network",
                        Values.map(
                                "name",
                                "net",
                                "resource_group_name",
                                "rg-any",
                                "location",
                                "swedencentral",
                                "address_space",
                                List.of("10.0.0.0/16")))
                .text("id")
                .orElseThrow();
        ObjectState subnet = bench.create(
                TYPE,
                Values.map(
                        "type",
                        "Microsoft.Network/virtualNetworks/subnets",
                        "api_version",
                        VERSION,
                        "name",
                        "s",
                        "parent_id",
                        network,
                        "body",
                        Values.map("properties", Values.map("addressPrefixes", List.of("10.0.1.0/24")))));
        ObjectState lock = bench.create(
                TYPE,
                Values.map(
                        "type",
                        "Microsoft.Authorization/locks",
                        "api_version",
                        "2020-05-01",
                        "name",
                        "keep",
                        "parent_id",
                        network,
                        "body",
                        Values.map("properties", Values.map("level", "CanNotDelete"))));

        assertThat(subnet.attributes().text("id")).contains(network + "/subnets/s");
        assertThat(lock.attributes().text("id")).contains(network + "/providers/Microsoft.Authorization/locks/keep");
        assertThat(subnet.attributes().get("location")).isEqualTo(Value.ofNull());
    }

    @Test
    void anImportedObjectPlansNoChange() throws ProviderException {
        ObjectState object = bench.create(TYPE, gateway(10));
        String id = object.attributes().text("id").orElseThrow().toUpperCase(Locale.ROOT);

        ObjectState imported = bench.type(TYPE)
                .importObject(bench.session(), id + "?api-version=" + VERSION)
                .orElseThrow();

        MapValue planned = planned(imported, gateway(10));
        assertThat(planned.get("body")).isEqualTo(imported.attributes().get("body"));
        assertThat(planned.get("id")).isEqualTo(object.attributes().get("id"));
        assertThat(imported.attributes().text("type")).contains("Microsoft.Network/natGateways");
        assertThat(planned(imported, gateway(11)).get("body"))
                .isEqualTo(gateway(11).get("body"));
        assertThat(read(imported)).isEqualTo(imported);
    }

    @ParameterizedTest
    @CsvSource({
        "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/natGateways/a",
        "x?api-version=2025-01-01"
    })
    void anIdWithoutVersionOrTypeIsRefused(String id) {
        assertThatThrownBy(() -> bench.type(TYPE).importObject(bench.session(), id))
                .hasMessageContaining("is no id of a resource with its version");
    }

    @Test
    void anInterruptedCreationIsFoundAgainAndAnotherObjectIsNot() throws ProviderException {
        ObjectState object = bench.create(TYPE, gateway(10));
        CreateRequest again = bench.creation(TYPE, gateway(10));

        assertThat(bench.type(TYPE).recover(bench.session(), again)).contains(object);
        assertThatThrownBy(() -> bench.type(TYPE).create(bench.session(), bench.creation(TYPE, gateway(11))))
                .hasMessageContaining("is there already");
    }

    @Test
    void whatIsDeletedIsGone() throws ProviderException {
        ObjectState object = bench.create(TYPE, gateway(10));

        bench.delete(TYPE, object);

        assertThat(bench.read(List.of(bench.asking(TYPE, object.attributes()))))
                .containsExactly(new ReadResult.Absent());
        bench.delete(TYPE, object);
        assertThat(arm.calls()).isNotEmpty();
    }

    @Test
    void aBodyWithAttributesAndAWrongParentAreRefused() {
        MapValue wrong = Values.map(
                "type",
                "Microsoft.Network/virtualNetworks/subnets",
                "api_version",
                VERSION,
                "name",
                "s",
                "parent_id",
                group,
                "body",
                Values.map("location", "westeurope", "name", "s"));

        assertThat(bench.type(TYPE).validate(wrong))
                .extracting(problem -> problem.summary())
                .containsExactly(
                        "The body of azurerm_resource has location, name",
                        "parent_id is no id of a Microsoft.Network/virtualNetworks");
    }
}
