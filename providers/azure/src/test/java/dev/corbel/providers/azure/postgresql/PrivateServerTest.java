package dev.corbel.providers.azure.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmBench;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server in a network, with a password that nothing but Azure keeps. */
@ExtendWith(ArmExtension.class)
class PrivateServerTest {
    private static final String SERVER = "azurerm_postgresql_flexible_server";
    private static final String PASSWORD = "Planted-1-password";

    private final ArmBench bench;

    PrivateServerTest(ArmServer arm) {
        bench = new ArmBench(arm);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void standsInItsSubnetWithAPasswordThatIsNowhereElse() throws ProviderException {
        MapValue wanted = server("pg-private");

        ObjectState made = bench.create(SERVER, wanted);

        assertThat(made.attributes().text("fqdn")).contains("pg-private.postgres.database.azure.com");
        assertThat(made.attributes().toString()).doesNotContain(PASSWORD);
        assertThat(made.attributes().get("high_availability"))
                .isEqualTo(Values.map("mode", "ZoneRedundant", "standby_availability_zone", "2"));

        ObjectState changed = bench.update(
                SERVER,
                made,
                wanted.with("administrator_password_wo", Value.of("Other-2-password"))
                        .with("administrator_password_wo_version", Value.of(2)));
        assertThat(changed.attributes().get("administrator_password_wo_version"))
                .isEqualTo(Value.of(2));
        bench.delete(SERVER, changed);
    }

    @Test
    void saysWhatAzureWouldRefuse() {
        MapValue wanted = server("pg-refused");

        assertThat(problems(wanted.with("public_network_access_enabled", Value.of(true))))
                .containsExactly("a server in a subnet has no public address");
        assertThat(problems(wanted.with("private_dns_zone_id", Value.ofNull())))
                .containsExactly("delegated_subnet_id needs private_dns_zone_id");
        assertThat(problems(wanted.with("sku_name", Value.of("B_Standard_B2s"))))
                .containsExactly("a burstable server has no high availability");
        assertThat(problems(wanted.with("administrator_login", Value.ofNull())))
                .containsExactly("administrator_login and its password are missing");
        assertThat(problems(wanted.with("version", Value.ofNull())))
                .containsExactly("sku_name and version are missing");
        assertThat(problems(wanted.with("create_mode", Value.of("Replica")).with("version", Value.ofNull())))
                .isEmpty();
    }

    @Test
    void staysInItsZone() throws ProviderException {
        MapValue wanted = server("pg-zone").with("zone", Value.of("1"));
        ObjectState made = bench.create(SERVER, wanted);
        MapValue moved = bench.plan(SERVER, made.attributes(), wanted.with("zone", Value.of("3")))
                .attributes();

        assertThat(bench.type(SERVER).refuseUpdate(made.attributes(), moved))
                .extracting(Diagnostic::summary)
                .containsExactly("The zone of a PostgreSQL server cannot change");
        bench.delete(SERVER, made);
    }

    @Test
    void parametersAreSetAndGoBack() throws ProviderException {
        ObjectState server = bench.create(SERVER, server("pg-parameters"));
        String type = SERVER + "_configuration";
        MapValue wanted = Values.map(
                "name", "max_connections", "server_id", server.attributes().get("id"), "value", "90");

        ObjectState made = bench.create(type, wanted);
        assertThat(document(made).toString())
                .contains("isConfigPendingRestart=false")
                .contains("value=90");
        bench.delete(type, made);
        assertThat(document(made).toString()).contains("value=50").contains("source=system-default");
        assertThatThrownBy(() -> bench.create(type, wanted.with("name", Value.of("no_such_parameter"))))
                .hasMessageContaining("no_such_parameter");
        bench.delete(SERVER, server);
    }

    private MapValue document(ObjectState made) {
        return ((ArmSession) bench.session())
                .arm()
                .find(made.attributes().text("id").orElseThrow(), ServerParts.VERSION)
                .orElseThrow();
    }

    private List<String> problems(MapValue server) {
        return bench.problems(SERVER, server);
    }

    private MapValue server(String name) {
        Value group = bench.make(
                        "azurerm_resource_group", Values.map("name", "rg-private", "location", "swedencentral"))
                .get("name");
        MapValue network = bench.make(
                "azurerm_virtual_network",
                Values.map(
                        "name",
                        "net",
                        "resource_group_name",
                        group,
                        "location",
                        "swedencentral",
                        "address_space",
                        List.of("10.0.0.0/16")));
        MapValue subnet = bench.make(
                "azurerm_subnet",
                Values.map(
                        "name",
                        "database",
                        "resource_group_name",
                        group,
                        "virtual_network_name",
                        "net",
                        "address_prefixes",
                        List.of("10.0.2.0/28"),
                        "delegation",
                        List.of(Values.map(
                                "name", "postgres", "service_delegation", Values.map("name", ServerParts.TYPE)))));
        MapValue zone = bench.make(
                "azurerm_private_dns_zone",
                Values.map("name", "app.postgres.database.azure.com", "resource_group_name", group));
        bench.make(
                "azurerm_private_dns_zone_virtual_network_link",
                Values.map(
                        "name", "net",
                        "private_dns_zone_id", zone.get("id"),
                        "virtual_network_id", network.get("id")));
        return Values.map(
                "name",
                name,
                "resource_group_name",
                group,
                "location",
                "swedencentral",
                "administrator_login",
                "corbel",
                "administrator_password_wo",
                PASSWORD,
                "administrator_password_wo_version",
                1,
                "sku_name",
                "GP_Standard_D2ds_v5",
                "version",
                "16",
                "delegated_subnet_id",
                subnet.get("id"),
                "private_dns_zone_id",
                zone.get("id"),
                "public_network_access_enabled",
                false,
                "high_availability",
                Values.map("mode", "ZoneRedundant"));
    }
}
