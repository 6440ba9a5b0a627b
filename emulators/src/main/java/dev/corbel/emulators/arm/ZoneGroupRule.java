package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;

/** Zone groups of private endpoints: each keeps a record in the zones that it names. */
final class ZoneGroupRule implements TypeRule {
    static final String TYPE = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups";

    @Override
    public void check(Change change) {
        change.siblings().keySet().stream().findFirst().ifPresent(other -> {
            throw Refusal.badRequest(
                    "PrivateDnsZoneGroupLimitReached",
                    "The private endpoint has a zone group already: '" + other + "'.");
        });
        for (JsonNode configuration : change.at("properties.privateDnsZoneConfigs")) {
            String zone =
                    configuration.path("properties").path("privateDnsZoneId").asText();
            if (change.world()
                    .find(zone)
                    .filter(stored -> stored.is(ZoneRule.PRIVATE))
                    .isEmpty()) {
                throw Refusal.badRequest("InvalidPrivateDnsZoneId", "'" + zone + "' is no private zone.");
            }
        }
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        stored.path().owner().flatMap(owner -> world.find(owner.id())).ifPresent(endpoint -> {
            for (JsonNode configuration : Trees.at(shown, "properties.privateDnsZoneConfigs")) {
                records(endpoint, (ObjectNode) configuration);
            }
        });
    }

    private static void records(Stored endpoint, ObjectNode configuration) {
        String zone = configuration.path("properties").path("privateDnsZoneId").asText();
        String name = EndpointRule.name(endpoint);
        ArrayNode records = configuration.arrayNode();
        ObjectNode set = records.addObject();
        set.put("recordType", "A")
                .put("recordSetName", name.substring(0, name.indexOf('.')))
                .put("fqdn", name.substring(0, name.indexOf('.')) + "." + zone.substring(zone.lastIndexOf('/') + 1))
                .put("ttl", 10)
                .put("provisioningState", "Succeeded");
        set.set(
                "ipAddresses",
                Trees.at(endpoint.generated(), "properties.customDnsConfigs")
                        .path(0)
                        .path("ipAddresses"));
        Trees.set(configuration, "properties.recordSets", records);
    }
}
