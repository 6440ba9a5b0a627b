package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Private endpoints: what they lead to, and their address in the subnet. */
final class EndpointRule implements TypeRule {
    private static final String MANUAL = "properties.manualPrivateLinkServiceConnections";
    private static final List<String> CONNECTIONS = List.of("properties.privateLinkServiceConnections", MANUAL);
    private static final String STATE = "privateLinkServiceConnectionState";
    private static final Map<String, Set<String>> GROUPS = Map.of(
            "Microsoft.Storage/storageAccounts", Set.of("blob", "file", "queue", "table", "web", "dfs"),
            "Microsoft.KeyVault/vaults", Set.of("vault"),
            "Microsoft.ContainerRegistry/registries", Set.of("registry"));

    /** The owner of the target approves of a connection; callers leave out how it stands, or send it back. */
    @Override
    public void complete(Change change) {
        JsonNode state = change.current()
                .flatMap(before -> connections(before.body()).stream().findFirst())
                .map(connection -> connection.path("properties").path(STATE))
                .orElseGet(EndpointRule::approved);
        connections(change.body())
                .forEach(connection ->
                        ((ObjectNode) connection).withObject("/properties").putIfAbsent(STATE, state.deepCopy()));
    }

    @Override
    public void check(Change change) {
        if (change.text("properties.subnet.id").isEmpty()) {
            throw Refusal.badRequest("SubnetIdRequired", "A private endpoint needs a subnet.");
        }
        List<JsonNode> connections = connections(change.body());
        if (connections.size() != 1) {
            throw Refusal.badRequest(
                    "PrivateEndpointMustHaveOneConnection", "A private endpoint needs one connection.");
        }
        checkTarget(change, connections.get(0).path("properties"));
        change.current()
                .filter(before -> !identity(before.body()).equals(identity(change.body())))
                .ifPresent(before -> {
                    throw Refusal.badRequest(
                            "PrivateEndpointConnectionCannotBeChanged",
                            "The connection of private endpoint '"
                                    + change.path().name() + "' cannot be changed.");
                });
    }

    private static void checkTarget(Change change, JsonNode connection) {
        String id = connection.path("privateLinkServiceId").asText();
        Optional<Stored> target = change.world().find(id);
        Set<String> groups = target.map(
                        stored -> GROUPS.getOrDefault(stored.type().name(), Set.of()))
                .orElse(Set.of());
        for (JsonNode group : connection.path("groupIds")) {
            if (target.isEmpty() || !groups.contains(group.asText())) {
                throw Refusal.badRequest(
                        "PrivateEndpointInvalidGroupId",
                        "Private link service '" + id + "' has no group id '" + group.asText() + "'.");
            }
        }
    }

    private static ObjectNode approved() {
        return Trees.object()
                .put("status", "Approved")
                .put("description", "Auto-Approved")
                .put("actionsRequired", "None");
    }

    /** The parts of a connection that stay as they were made. */
    private static String identity(ObjectNode body) {
        JsonNode connection = connections(body).get(0);
        JsonNode properties = connection.path("properties");
        return (Trees.at(body, MANUAL).size()
                        + connection.path("name").asText()
                        + properties.path("privateLinkServiceId").asText()
                        + properties.path("groupIds"))
                .toLowerCase(Locale.ROOT);
    }

    private static List<JsonNode> connections(ObjectNode body) {
        List<JsonNode> connections = new ArrayList<>();
        CONNECTIONS.forEach(property -> Trees.at(body, property).forEach(connections::add));
        return connections;
    }

    @Override
    public void done(Change change, Stored stored) {
        if (!change.creates()) {
            return;
        }
        String interfaceName = change.text("properties.customNetworkInterfaceName");
        String network = stored.path().scope() + "/providers/Microsoft.Network/networkInterfaces/"
                + (interfaceName.isEmpty()
                        ? stored.name() + ".nic." + change.world().guid()
                        : interfaceName);
        ObjectNode generated = stored.generated();
        Trees.set(
                generated,
                "properties.networkInterfaces",
                generated.arrayNode().add(Trees.object().put("id", network)));
        ArrayNode configurations = generated.arrayNode();
        ObjectNode configuration = configurations.addObject();
        configuration.put("fqdn", name(stored)).putArray("ipAddresses").add(address(change));
        Trees.set(generated, "properties.customDnsConfigs", configurations);
    }

    /** Where a zone group keeps the records, the endpoint leaves the names to it. */
    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        if (world.below(stored.id()).stream().anyMatch(below -> below.is(ZoneGroupRule.TYPE))) {
            Trees.set(shown, "properties.customDnsConfigs", shown.arrayNode());
        }
    }

    /** The addresses under which the target is reached. */
    static JsonNode addresses(Stored endpoint) {
        return Trees.at(endpoint.generated(), "properties.customDnsConfigs")
                .path(0)
                .path("ipAddresses");
    }

    /** The name under which the target is reached. */
    static String name(Stored endpoint) {
        JsonNode connection = connections(endpoint.body()).get(0).path("properties");
        String target = connection.path("privateLinkServiceId").asText();
        String group = connection.path("groupIds").path(0).asText("");
        String name = target.substring(target.lastIndexOf('/') + 1);
        return switch (group) {
            case "vault" -> name + ".vault.azure.net";
            case "registry" -> name + ".azurecr.io";
            default -> name + "." + group + ".core.windows.net";
        };
    }

    private static String address(Change change) {
        String wanted = change.at("properties.ipConfigurations")
                .path(0)
                .path("properties")
                .path("privateIPAddress")
                .asText();
        if (!wanted.isEmpty()) {
            return wanted;
        }
        String subnet = change.text("properties.subnet.id");
        String prefix = change.world()
                .find(subnet)
                .map(stored -> Trees.at(stored.body(), "properties.addressPrefixes")
                        .path(0)
                        .asText(Trees.at(stored.body(), "properties.addressPrefix")
                                .asText()))
                .orElse("");
        // The first four addresses of a subnet are Azure's own.
        int number = 3 + change.world().number("address in " + ArmPath.key(subnet));
        return Cidr.parse(prefix).map(range -> range.address(number)).orElse("");
    }

    @Override
    public Set<String> holds(Change change) {
        return network(change.text("properties.subnet.id"));
    }

    @Override
    public Set<String> holds(World world, Stored stored) {
        return network(Trees.at(stored.body(), "properties.subnet.id").asText());
    }

    private static Set<String> network(String subnet) {
        return ArmPath.parse(subnet)
                .flatMap(ArmPath::owner)
                .map(network -> Set.of(network.key()))
                .orElse(Set.of());
    }
}
