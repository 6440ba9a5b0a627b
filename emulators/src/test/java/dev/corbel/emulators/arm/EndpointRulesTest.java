package dev.corbel.emulators.arm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArmExtension.class)
class EndpointRulesTest {
    private static final String BLOB = "'groupIds': ['blob']";

    private final ArmServer arm;
    private final Caller caller;
    private final String network;
    private final String subnet;
    private final String account;
    private final String endpoint;

    EndpointRulesTest(ArmServer arm) {
        this.arm = arm;
        caller = new Caller(arm);
        network = caller.id("web", "Microsoft.Network/virtualNetworks/main");
        subnet = network + "/subnets/endpoints";
        account = caller.id("web", "Microsoft.Storage/storageAccounts/acmefiles");
        endpoint = caller.id("web", "Microsoft.Network/privateEndpoints/files");
    }

    @BeforeEach
    void makeSubnetAndAccount() {
        caller.makeGroup("web");
        caller.made(
                network,
                "{'location': 'swedencentral', 'properties': {'addressSpace': {'addressPrefixes': ['10.0.0.0/16']}}}");
        caller.made(subnet, "{'properties': {'addressPrefixes': ['10.0.2.0/27']}}");
        caller.made(account, "{'location': 'swedencentral', 'kind': 'StorageV2', 'sku': {'name': 'Standard_ZRS'}}");
    }

    private String body(String more) {
        return "{'location': 'swedencentral', 'properties': {'subnet': {'id': '" + subnet
                + "'}, 'privateLinkServiceConnections': [{'name': 'files', 'properties': {'privateLinkServiceId': '"
                + account + "', " + more + "}}]}}";
    }

    @Test
    void leadsToAccountsThroughPrivateEndpoints() {
        assertThat(caller.put(endpoint, body("'groupIds': ['cake']")).code())
                .isEqualTo("PrivateEndpointInvalidGroupId");

        Caller.Answer made = caller.made(endpoint, body(BLOB));

        JsonNode configuration =
                made.body().path("properties").path("customDnsConfigs").path(0);
        assertThat(configuration.path("fqdn").asText()).isEqualTo("acmefiles.blob.core.windows.net");
        assertThat(configuration.path("ipAddresses").path(0).asText()).isEqualTo("10.0.2.4");
        assertThat(caller.made(endpoint, made.body().toString()).status()).isEqualTo(200);
        assertThat(caller.delete(subnet).code()).isEqualTo("InUseSubnetCannotBeDeleted");
        assertThat(caller.delete(network).code()).isEqualTo("InUseSubnetCannotBeDeleted");

        String zone = caller.id("web", "Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net");
        caller.made(zone, "{'location': 'global'}");
        Caller.Answer group = caller.made(
                endpoint + "/privateDnsZoneGroups/default",
                "{'properties': {'privateDnsZoneConfigs': [{'name': 'blob', 'properties': {'privateDnsZoneId': '" + zone
                        + "'}}]}}");
        assertThat(group.body()
                        .path("properties")
                        .path("privateDnsZoneConfigs")
                        .path(0)
                        .toString())
                .contains("acmefiles.privatelink.blob.core.windows.net", "10.0.2.4");

        Caller.Answer record = caller.get(zone + "/A/acmefiles");
        assertThat(record.text("properties.fqdn")).isEqualTo("acmefiles.privatelink.blob.core.windows.net.");
        assertThat(record.body().path("properties").path("aRecords").toString()).contains("10.0.2.4");
        assertThat(record.text("properties.metadata.creator")).startsWith("created by private endpoint files with");
        assertThat(caller.get(endpoint).body().path("properties").path("customDnsConfigs"))
                .isEmpty();
        caller.gone(endpoint);
        assertThat(caller.get(zone + "/A/acmefiles").status()).isEqualTo(404);
    }

    @Test
    void leavesRecordsOfOthersAndTakesTheAddressThatIsAskedFor() {
        String zone = caller.id("web", "Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net");
        caller.made(zone, "{'location': 'global'}");
        caller.made(zone + "/A/acmefiles", "{'properties': {'ttl': 60, 'aRecords': [{'ipv4Address': '10.9.9.9'}]}}");

        Caller.Answer made = caller.made(
                endpoint,
                body(BLOB)
                        .replace(
                                "'subnet'",
                                "'ipConfigurations': [{'name': 'a', 'properties': {'groupId': 'blob', 'memberName':"
                                        + " 'blob', 'privateIPAddress': '10.0.2.20'}}], 'subnet'"));
        caller.made(
                endpoint + "/privateDnsZoneGroups/default",
                "{'properties': {'privateDnsZoneConfigs': [{'name': 'blob', 'properties': {'privateDnsZoneId': '" + zone
                        + "'}}]}}");

        assertThat(made.body().toString()).contains("10.0.2.20");
        assertThat(caller.get(zone + "/A/acmefiles").body().toString()).contains("10.9.9.9");
        caller.gone(endpoint);
        assertThat(caller.get(zone + "/A/acmefiles").status()).isEqualTo(200);
    }

    @Test
    void takesAWriteThatLeavesOutWhatTheServiceHasFilledIn() {
        Caller.Answer first = caller.put(endpoint, body(BLOB));
        assertThat(caller.put(endpoint, body(BLOB)).header("Azure-AsyncOperation"))
                .as("the operation that does already what is asked for")
                .isEqualTo(first.header("Azure-AsyncOperation"));
        caller.finish(first);

        assertThat(caller.made(endpoint, body(BLOB)).body().toString()).contains("Auto-Approved");
        assertThat(caller.made(endpoint, body(BLOB + ", 'requestMessage': 'Let me in'"))
                        .body()
                        .toString())
                .contains("Auto-Approved", "Let me in");
    }

    @Test
    void takesAnotherWriteAfterOneThatFailed() {
        arm.faults(new ArmFaults(1, 0, 0, 0, 0, 1, 0, 0));
        caller.finish(caller.put(endpoint, body(BLOB)));
        assertThat(caller.get(endpoint).text("properties.provisioningState")).isIn("Failed", "Canceled");
        arm.faults(ArmFaults.NONE);

        assertThat(caller.made(endpoint, body(BLOB)).text("properties.provisioningState"))
                .isEqualTo("Succeeded");
    }

    @Test
    void keepsTheConnectionAsItWasMade() {
        caller.made(endpoint, body(BLOB));
        for (String other : List.of(
                body(BLOB).replace("'files', 'properties'", "'others', 'properties'"),
                body("'groupIds': ['file']"),
                body(BLOB)
                        .replace("'privateLink", "'manualPrivateLink")
                        .replace("'manualPrivateLinkServiceId", "'privateLinkServiceId"))) {
            assertThat(caller.put(endpoint, other).code()).isEqualTo("PrivateEndpointConnectionCannotBeChanged");
        }
    }
}
