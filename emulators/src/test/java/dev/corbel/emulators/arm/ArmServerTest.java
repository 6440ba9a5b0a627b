package dev.corbel.emulators.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArmExtension.class)
class ArmServerTest {
    private static final String NETWORK =
            "{'location': 'Sweden Central', 'properties': {'addressSpace': {'addressPrefixes': ['10.0.0.0/16']}}}";

    private static String subnet(String range) {
        return "{'properties': {'addressPrefixes': ['" + range + "']}}";
    }

    @Test
    void makesGroupsAndNetworksByLongOperations(ArmServer arm) {
        Caller caller = new Caller(arm);
        Caller.Answer group = caller.put(caller.group("Web"), "{'location': 'West Europe', 'tags': {'a': 'b'}}");
        assertThat(group.status()).isEqualTo(201);
        assertThat(group.text("location")).isEqualTo("westeurope");
        assertThat(group.text("properties.provisioningState")).isEqualTo("Succeeded");

        Caller.Answer network = caller.put(caller.id("web", "Microsoft.Network/virtualNetworks/main"), NETWORK);
        assertThat(network.status()).isEqualTo(201);
        assertThat(network.text("id")).isEqualTo(caller.id("Web", "Microsoft.Network/virtualNetworks/main"));
        assertThat(network.text("properties.provisioningState")).isEqualTo("Creating");
        URI operation = URI.create(network.header("Azure-AsyncOperation"));
        assertThat(operation.isAbsolute()).isTrue();
        assertThat(network.header("Retry-After")).matches("\\d+");

        assertThat(caller.finish(network).text("status")).isEqualTo("Succeeded");
        Caller.Answer read = caller.get(caller.id("WEB", "microsoft.network/VIRTUALNETWORKS/Main"));
        assertThat(read.text("properties.provisioningState")).isEqualTo("Succeeded");
        assertThat(read.text("properties.resourceGuid")).isNotEmpty();
        assertThat(read.header("ETag")).isEqualTo(read.text("etag"));
    }

    @Test
    void saysThatOperationsGoOn(ArmServer arm) {
        Caller caller = new Caller(arm);
        caller.makeGroup("web");
        arm.clock().hold();
        Caller.Answer network = caller.put(caller.id("web", "Microsoft.Network/virtualNetworks/main"), NETWORK);
        String operation = network.header("Azure-AsyncOperation");

        assertThat(caller.call("GET", operation, "", Map.of()).text("status")).isEqualTo("InProgress");
        arm.clock().advance(Duration.ofSeconds(10));
        assertThat(caller.call("GET", operation, "", Map.of()).text("status")).isEqualTo("Succeeded");

        Caller.Answer deletion = caller.delete(caller.id("web", "Microsoft.Network/virtualNetworks/main"));
        assertThat(deletion.status()).isEqualTo(202);
        assertThat(caller.call("GET", deletion.header("Location"), "", Map.of()).status())
                .isEqualTo(202);
        assertThat(caller.get(caller.id("web", "Microsoft.Network/virtualNetworks/main"))
                        .text("properties.provisioningState"))
                .isEqualTo("Deleting");
        arm.clock().advance(Duration.ofSeconds(10));
        assertThat(caller.call("GET", deletion.header("Location"), "", Map.of()).status())
                .isEqualTo(200);
        assertThat(caller.get(caller.id("web", "Microsoft.Network/virtualNetworks/main"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsSubnetsInsideTheirNetwork(ArmServer arm) {
        Caller caller = new Caller(arm);
        caller.makeGroup("web");
        String network = caller.id("web", "Microsoft.Network/virtualNetworks/main");
        caller.made(network, NETWORK);

        Caller.Answer subnet = caller.made(network + "/subnets/a", subnet("10.0.1.0/24"));

        assertThat(subnet.text("properties.privateEndpointNetworkPolicies")).isEqualTo("Disabled");
        JsonNode inside = caller.get(network).body().path("properties").path("subnets");
        assertThat(inside).hasSize(1);
        assertThat(inside.get(0)).isEqualTo(subnet.body());
        assertThat(caller.get(network + "/subnets").body().path("value")).hasSize(1);
    }

    @Test
    void refusesASecondOperationInANetwork(ArmServer arm) {
        Caller caller = new Caller(arm);
        caller.makeGroup("web");
        String network = caller.id("web", "Microsoft.Network/virtualNetworks/main");
        caller.made(network, NETWORK);
        arm.clock().hold();
        caller.put(network + "/subnets/a", subnet("10.0.1.0/24"));

        Caller.Answer second = caller.put(network + "/subnets/b", subnet("10.0.2.0/24"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("AnotherOperationInProgress");
        assertThat(second.header("Retry-After")).isNotEmpty();
    }

    @Test
    void refusesWhatHasNoParent(ArmServer arm) {
        Caller caller = new Caller(arm);
        assertThat(caller.put(caller.id("web", "Microsoft.Network/virtualNetworks/main"), NETWORK)
                        .code())
                .isEqualTo("ResourceGroupNotFound");
        caller.makeGroup("web");
        assertThat(caller.put(
                                caller.id("web", "Microsoft.Network/virtualNetworks/main/subnets/a"),
                                subnet("10.0.1.0/24"))
                        .code())
                .isEqualTo("ParentResourceNotFound");
        assertThat(caller.get(caller.id("web", "Microsoft.Network/virtualNetworks/main"))
                        .code())
                .isEqualTo("ResourceNotFound");
        assertThat(caller.delete(caller.id("web", "Microsoft.Network/virtualNetworks/main"))
                        .status())
                .isEqualTo(204);
        assertThat(caller.delete(caller.group("other")).code()).isEqualTo("ResourceGroupNotFound");
    }

    @Test
    void deletesGroupsWithAllTheyHold(ArmServer arm) {
        Caller caller = new Caller(arm);
        String group = caller.makeGroup("web");
        String network = caller.id("web", "Microsoft.Network/virtualNetworks/main");
        caller.made(network, NETWORK);
        caller.made(network + "/subnets/a", subnet("10.0.1.0/24"));

        Caller.Answer deletion = caller.delete(group);
        assertThat(deletion.status()).isEqualTo(202);
        assertThat(deletion.header("Azure-AsyncOperation")).isEmpty();
        assertThat(caller.put(network, NETWORK).code()).isEqualTo("ResourceGroupBeingDeleted");

        assertThat(caller.finish(deletion).status()).isEqualTo(200);
        assertThat(caller.get(group).code()).isEqualTo("ResourceGroupNotFound");
        caller.makeGroup("web");
        assertThat(caller.get(network).code()).isEqualTo("ResourceNotFound");
    }

    @Test
    void refusesUnknownVersionsAndTypes(ArmServer arm) {
        Caller caller = new Caller(arm);
        caller.makeGroup("web");
        String network = arm.endpoint() + caller.id("web", "Microsoft.Network/virtualNetworks/main");
        assertThat(caller.call("GET", network, "", Map.of()).code()).isEqualTo("MissingApiVersionParameter");
        assertThat(caller.call("GET", network + "?api-version=2001-01-01", "", Map.of())
                        .code())
                .isEqualTo("InvalidApiVersionParameter");
        assertThat(caller.get(caller.id("web", "Microsoft.Network/virtualWires/main"))
                        .code())
                .isEqualTo("InvalidResourceType");
        assertThat(caller.get(caller.id("web", "Acme.Network/virtualNetworks/main"))
                        .code())
                .isEqualTo("InvalidResourceNamespace");
        assertThat(caller.get("/subscriptions/other/resourceGroups/web").code()).isEqualTo("SubscriptionNotFound");
    }

    @Test
    void logsEachCall(ArmServer arm) {
        Caller caller = new Caller(arm);
        caller.makeGroup("web");
        caller.get(caller.id("web", "Microsoft.Network/virtualNetworks/main"));

        assertThat(arm.calls())
                .extracting(ArmCall::operation, ArmCall::status)
                .containsExactly(
                        tuple("Microsoft.Resources/resourceGroups/write", 201),
                        tuple("Microsoft.Network/virtualNetworks/read", 404));
    }

    @Test
    void givesTokensToThoseItKnows(ArmServer arm) {
        Caller caller = new Caller(arm);
        assertThat(caller.token(Map.of("client_secret", "wrong")).status()).isEqualTo(401);
        assertThat(caller.token(Map.of(
                                "client_assertion_type",
                                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                "client_assertion",
                                "a.b.c"))
                        .text("access_token"))
                .isNotEmpty();
        Caller.Answer stranger = caller.call(
                "GET",
                arm.endpoint() + "/subscriptions?api-version=2022-12-01",
                "",
                Map.of("Authorization", "Bearer nonsense"));
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.header("WWW-Authenticate")).contains("authorization_uri=", arm.tenant());
        assertThat(caller.get("/subscriptions")
                        .body()
                        .path("value")
                        .path(0)
                        .path("tenantId")
                        .asText())
                .isEqualTo(arm.tenant());
    }
}
