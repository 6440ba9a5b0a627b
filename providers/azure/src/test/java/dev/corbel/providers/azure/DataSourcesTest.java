package dev.corbel.providers.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data sources, each against what lies in the simulator. */
@ExtendWith(ArmExtension.class)
class DataSourcesTest {
    private static final String REGION = "swedencentral";

    private final ArmServer arm;
    private final ArmBench bench;

    DataSourcesTest(ArmServer arm) {
        this.arm = arm;
        this.bench = new ArmBench(arm);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Value group() {
        return bench.make(
                        "azurerm_resource_group",
                        Values.map("name", "rg-data", "location", REGION, "tags", Values.map("stage", "test")))
                .get("name");
    }

    private MapValue network() {
        return bench.make(
                "azurerm_virtual_network",
                Values.map(
                        "name",
                        "net",
                        "resource_group_name",
                        group(),
                        "location",
                        REGION,
                        "address_space",
                        List.of("10.0.0.0/16")));
    }

    @Test
    void theClientIsTheOneOfTheToken() throws ProviderException {
        MapValue found = bench.look("azurerm_client_config", MapValue.EMPTY);

        assertThat(found.text("client_id")).contains(arm.clientId());
        assertThat(found.text("object_id")).contains(arm.principal());
        assertThat(found.text("tenant_id")).contains(arm.tenant());
        assertThat(found.text("subscription_id")).contains(arm.subscription());
    }

    @Test
    void aSubscriptionIsThatOfTheProviderOrTheNamedOne() throws ProviderException {
        MapValue ours = bench.look("azurerm_subscription", MapValue.EMPTY);

        assertThat(ours.text("subscription_id")).contains(arm.subscription());
        assertThat(ours.text("state")).contains("Enabled");
        assertThat(bench.look(
                        "azurerm_subscription",
                        Values.map(
                                "subscription_id", ours.text("subscription_id").orElseThrow())))
                .isEqualTo(ours);
    }

    @Test
    void aGroupHasItsPlaceAndItsTags() throws ProviderException {
        MapValue found = bench.look("azurerm_resource_group", Values.map("name", group()));

        assertThat(found.text("location")).contains(REGION);
        assertThat(found.text("id")).contains("/subscriptions/" + arm.subscription() + "/resourceGroups/rg-data");
        assertThat(found.get("tags")).asString().contains("stage", "test");
    }

    @Test
    void aNetworkNamesItsSubnetsAndASubnetItsRange() throws ProviderException {
        MapValue subnet = Values.map(
                "name",
                "apps",
                "resource_group_name",
                group(),
                "virtual_network_name",
                network().get("name"));
        bench.create("azurerm_subnet", subnet.with("address_prefixes", Value.list(Value.of("10.0.4.0/24"))));

        MapValue net = bench.look("azurerm_virtual_network", Values.map("name", "net", "resource_group_name", group()));
        MapValue found = bench.look("azurerm_subnet", subnet);

        assertThat(net.get("subnets")).isEqualTo(Value.list(Value.of("apps")));
        assertThat(net.get("address_space")).isEqualTo(Value.list(Value.of("10.0.0.0/16")));
        assertThat(found.text("address_prefix")).contains("10.0.4.0/24");
        assertThat(found.get("default_outbound_access_enabled")).isEqualTo(Value.of(true));
    }

    @ParameterizedTest
    @CsvSource({"name, Reader", "role_definition_id, acdd72a7-3385-48ef-bd42-f606fba81ae7"})
    void aRoleIsFoundByNameAndById(String attribute, String value) throws ProviderException {
        MapValue found = bench.look("azurerm_role_definition", Values.map(attribute, value));

        assertThat(found.text("name")).contains("Reader");
        assertThat(found.text("role_definition_id")).contains("acdd72a7-3385-48ef-bd42-f606fba81ae7");
        assertThat(found.text("id").orElseThrow()).contains("/providers/Microsoft.Authorization/roleDefinitions/");
    }

    @Test
    void aLocationShowsItsZones() throws ProviderException {
        MapValue found = bench.look("azurerm_location", Values.map("location", "Sweden Central"));

        assertThat(found.text("display_name")).contains("Sweden Central");
        assertThat(((ListValue) found.get("zone_mappings")).elements()).hasSize(3);
    }

    @Test
    void aRegistryHasItsServer() throws ProviderException {
        bench.make(
                "azurerm_container_registry",
                Values.map(
                        "name",
                        "regdata",
                        "resource_group_name",
                        group(),
                        "location",
                        REGION,
                        "sku",
                        "Basic",
                        "admin_enabled",
                        true));

        MapValue found =
                bench.look("azurerm_container_registry", Values.map("name", "regdata", "resource_group_name", group()));

        assertThat(found.text("login_server")).contains("regdata.azurecr.io");
        assertThat(found.text("sku")).contains("Basic");
        assertThat(found.text("admin_username")).contains("regdata");
    }

    @Test
    void aZoneIsFoundInWhateverGroupItLies() throws ProviderException {
        bench.make("azurerm_dns_zone", Values.map("name", "data.example", "resource_group_name", group()));

        MapValue found = bench.look("azurerm_dns_zone", Values.map("name", "DATA.example"));

        assertThat(found.text("resource_group_name")).contains("rg-data");
        assertThat(((ListValue) found.get("name_servers")).elements()).isNotEmpty();
        assertThatThrownBy(() -> bench.look(
                        "azurerm_dns_zone", Values.map("name", "data.example", "resource_group_name", "elsewhere")))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(
                                failure.diagnostic().toString())
                        .contains("There is no such object: azurerm_dns_zone", "Azure has nothing of name"));
    }
}
