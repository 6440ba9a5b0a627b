package dev.corbel.emulators.arm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArmExtension.class)
class NetworkRulesTest {
    private static final String LOCATED = "{'location': 'swedencentral'}";
    private static final String RULE =
            "{'properties': {'priority': 100, 'direction': 'Inbound', 'access': 'Allow', 'protocol': 'Tcp',"
                    + " 'sourceAddressPrefix': '*', 'sourcePortRange': '*', 'destinationAddressPrefix': '*',"
                    + " 'destinationPortRange': '443'}}";

    private Caller caller;
    private String network;

    NetworkRulesTest(ArmServer arm) {
        caller = new Caller(arm);
        network = "";
    }

    @BeforeEach
    void makeNetwork() {
        caller.makeGroup("web");
        network = caller.id("web", "Microsoft.Network/virtualNetworks/main");
        caller.made(network, network("10.0.0.0/16", ""));
    }

    private static String network(String range, String subnets) {
        return "{'location': 'swedencentral', 'properties': {'addressSpace': {'addressPrefixes': ['" + range + "']}"
                + subnets + "}}";
    }

    private static String subnet(String range, String more) {
        return "{'properties': {'addressPrefixes': ['" + range + "']" + more + "}}";
    }

    @Test
    void refusesRangesThatOverlapOrLieOutside() {
        caller.made(network + "/subnets/a", subnet("10.0.1.0/24", ""));
        assertThat(caller.put(network + "/subnets/b", subnet("10.0.1.128/25", ""))
                        .code())
                .isEqualTo("NetcfgSubnetRangesOverlap");
        assertThat(caller.put(network + "/subnets/b", subnet("10.1.1.0/24", "")).code())
                .isEqualTo("NetcfgSubnetRangeOutsideVnet");
        assertThat(caller.put(network + "/subnets/b", subnet("10.0.1.7/24", "")).code())
                .isEqualTo("InvalidAddressPrefixFormat");
    }

    @Test
    void dropsSubnetsThatAPutOfTheNetworkLeavesOut() {
        caller.made(network + "/subnets/a", subnet("10.0.1.0/24", ""));
        caller.made(
                network,
                network("10.0.0.0/16", ", 'subnets': [{'name': 'b', 'properties': {'addressPrefix': '10.0.1.0/24'}}]"));
        assertThat(caller.get(network + "/subnets/a").status()).isEqualTo(404);
        assertThat(caller.get(network + "/subnets/b").status()).isEqualTo(200);

        caller.made(network, network("10.0.0.0/16", ""));
        assertThat(caller.get(network).body().path("properties").path("subnets"))
                .isEmpty();
    }

    @Test
    void takesBackWhatItHasShown() {
        caller.made(network + "/subnets/a", subnet("10.0.1.0/24", ""));
        JsonNode before = caller.get(network).body();

        Caller.Answer after = caller.made(network, before.toString());

        assertThat(after.body().path("properties"))
                .isEqualTo(caller.get(network).body().path("properties"));
        assertThat(after.body().path("properties").path("subnets")).hasSize(1);
    }

    @Test
    void dropsTheGroupOfASubnetThatAPutLeavesOut() {
        String group = caller.id("web", "Microsoft.Network/networkSecurityGroups/web");
        caller.made(group, LOCATED);
        caller.made(network + "/subnets/a", subnet("10.0.1.0/24", ", 'networkSecurityGroup': {'id': '" + group + "'}"));
        assertThat(caller.get(group).body().path("properties").path("subnets")).hasSize(1);
        assertThat(caller.delete(group).code()).isEqualTo("InUseNetworkSecurityGroupCannotBeDeleted");

        caller.made(network + "/subnets/a", subnet("10.0.1.0/24", ""));

        assertThat(caller.get(group).body().path("properties").has("subnets")).isFalse();
        assertThat(caller.gone(group).text("status")).isEqualTo("Succeeded");
    }

    @Test
    void dropsRulesThatAPutOfTheGroupLeavesOut() {
        String group = caller.id("web", "Microsoft.Network/networkSecurityGroups/web");
        caller.made(group, LOCATED);
        caller.made(group + "/securityRules/https", RULE);
        assertThat(caller.get(group).body().path("properties").path("securityRules"))
                .hasSize(1);
        assertThat(caller.put(group + "/securityRules/other", RULE).code()).isEqualTo("SecurityRuleConflict");

        caller.made(group, LOCATED);

        assertThat(caller.get(group + "/securityRules/https").status()).isEqualTo(404);
    }

    @Test
    void refusesNamesOfWhatIsNotThere() {
        Caller.Answer answer = caller.put(
                network + "/subnets/a",
                subnet(
                        "10.0.1.0/24",
                        ", 'natGateway': {'id': '" + caller.id("web", "Microsoft.Network/natGateways/none") + "'}"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("InvalidResourceReference");
    }

    @Test
    void givesAddressesAndKeepsThoseInUse() {
        String address = caller.id("web", "Microsoft.Network/publicIPAddresses/out");
        String standard = "{'location': 'swedencentral', 'sku': {'name': 'Standard'}, 'zones': ['1'], 'properties':"
                + " {'publicIPAllocationMethod': 'Static'}}";
        assertThat(caller.made(address, standard).text("properties.ipAddress")).startsWith("203.0.113.");
        String nat = caller.id("web", "Microsoft.Network/natGateways/out");
        caller.made(
                nat, "{'location': 'swedencentral', 'properties': {'publicIpAddresses': [{'id': '" + address + "'}]}}");
        assertThat(caller.get(address).text("properties.natGateway.id")).isEqualTo(nat);
        assertThat(caller.delete(address).code()).isEqualTo("PublicIPAddressCannotBeDeleted");
        assertThat(caller.put(address, standard.replace("'1'", "'2'")).code()).isEqualTo("PropertyChangeNotAllowed");
        assertThat(caller.put(address + "2", LOCATED).code()).isEqualTo("BasicSkuPublicIPsNoLongerSupported");
    }

    @Test
    void keepsZonesWhoseLinksHaveNotGone(ArmServer arm) {
        String zone = caller.id("web", "Microsoft.Network/privateDnsZones/acme.internal");
        String link = zone + "/virtualNetworkLinks/main";
        assertThat(caller.put(zone, LOCATED).status()).isEqualTo(400);
        Caller.Answer made = caller.put(zone, "{'location': 'global'}", Map.of("If-None-Match", "*"));
        assertThat(made.status()).isEqualTo(202);
        assertThat(made.header("Location")).isNotEmpty();
        caller.finish(made);
        assertThat(caller.put(zone, "{'location': 'global'}", Map.of("If-None-Match", "*"))
                        .status())
                .isEqualTo(412);
        String body = "{'location': 'global', 'properties': {'virtualNetwork': {'id': '" + network + "'}}}";
        assertThat(caller.made(link, body).text("properties.virtualNetworkLinkState"))
                .isEqualTo("Completed");
        assertThat(caller.delete(zone).code()).isEqualTo("CannotDeleteResource");

        caller.gone(link);
        assertThat(caller.get(link).status()).isEqualTo(404);
        assertThat(caller.delete(zone).code()).isEqualTo("CannotDeleteResource");

        arm.clock().advance(Duration.ofMinutes(1));
        assertThat(caller.gone(zone).text("status")).isEqualTo("Succeeded");
    }

    @Test
    void keepsRecords() {
        String zone = caller.id("web", "Microsoft.Network/dnsZones/acme.example");
        assertThat(caller.made(zone, "{'location': 'global'}")
                        .body()
                        .path("properties")
                        .path("nameServers"))
                .hasSize(4);
        String www = "{'properties': {'TTL': 60, 'ARecords': [{'ipv4Address': '203.0.113.9'}]}}";
        assertThat(caller.put(zone + "/A/www", www).text("properties.fqdn")).isEqualTo("www.acme.example.");
        assertThat(caller.put(zone + "/CNAME/www", "{'properties': {'CNAMERecord': {'cname': 'acme.example'}}}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.get(zone + "/recordsets").body().path("value")).hasSize(1);
        assertThat(caller.get(zone).text("properties.numberOfRecordSets")).isEqualTo("3");
        assertThat(caller.delete(zone + "/A/www").status()).isEqualTo(200);
        assertThat(caller.delete(zone + "/A/www").status()).isEqualTo(204);
    }

    @Test
    void refusesWritesOfWhatIsAnotherVersionByNow() {
        String subnet = network + "/subnets/a";
        caller.made(subnet, subnet("10.0.1.0/24", ""));
        String ofSubnet = caller.get(subnet).text("etag");
        String ofNetwork = caller.get(network).text("etag");
        caller.made(subnet, subnet("10.0.1.0/24", ", 'defaultOutboundAccess': false"));

        for (String condition : List.of(ofSubnet, "W/\"0-0\"")) {
            assertThat(caller.put(subnet, subnet("10.0.1.0/24", ""), Map.of("If-Match", condition))
                            .status())
                    .isEqualTo(412);
        }
        assertThat(caller.put(network, LOCATED, Map.of("If-Match", ofNetwork)).code())
                .as("a network with another subnet is another one")
                .isEqualTo("PreconditionFailed");
        caller.gone(subnet);
        assertThat(caller.get(network).text("etag")).isNotEqualTo(ofNetwork);
    }

    @Test
    void deletesGroupsInAnyOrder() {
        String zone = caller.id("web", "Microsoft.Network/privateDnsZones/acme.internal");
        caller.made(zone, "{'location': 'global'}");
        caller.made(
                zone + "/virtualNetworkLinks/main",
                "{'location': 'global', 'properties': {'virtualNetwork': {'id': '" + network + "'}}}");
        String group = caller.id("web", "Microsoft.Network/networkSecurityGroups/web");
        caller.made(group, LOCATED);
        caller.made(network + "/subnets/a", subnet("10.0.1.0/24", ", 'networkSecurityGroup': {'id': '" + group + "'}"));

        assertThat(caller.gone(caller.group("web")).status()).isEqualTo(200);
        assertThat(caller.get(caller.group("web")).status()).isEqualTo(404);
    }

    @Test
    void keepsGroupsWhoseResourcesAreInUseElsewhere() {
        caller.makeGroup("rules");
        String group = caller.id("rules", "Microsoft.Network/networkSecurityGroups/web");
        caller.made(group, LOCATED);
        caller.made(network + "/subnets/a", subnet("10.0.1.0/24", ", 'networkSecurityGroup': {'id': '" + group + "'}"));

        assertThat(caller.gone(caller.group("rules")).code()).isEqualTo("ResourceGroupDeletionBlocked");
        assertThat(caller.get(group).status()).isEqualTo(200);
        assertThat(caller.get(caller.group("rules")).text("properties.provisioningState"))
                .isEqualTo("Succeeded");
    }

    @Test
    void tellsTheActionsOfDelegations() {
        Caller.Answer made = caller.made(
                network + "/subnets/a",
                subnet(
                        "10.0.1.0/24",
                        ", 'delegations': [{'name': 'app', 'properties': {'serviceName':"
                                + " 'Microsoft.App/environments'}}]"));
        assertThat(made.body().findValuesAsText("actions")).hasSize(1);
        assertThat(caller.made(network + "/subnets/a", made.body().toString()).status())
                .isEqualTo(200);
    }
}
