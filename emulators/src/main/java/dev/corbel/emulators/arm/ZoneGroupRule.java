package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.Trees;

/** Zone groups of private endpoints: each keeps a record in the zones that it names. */
final class ZoneGroupRule implements TypeRule {
    static final String TYPE = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups";

    private final EndpointRecords records;

    ZoneGroupRule(Facts facts) {
        records = new EndpointRecords(facts);
    }

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

    @Override
    public void done(Change change, Stored stored) {
        ArmPath owner = stored.path().owner().orElseThrow();
        World world = change.world();
        records.clear(world, owner);
        world.find(owner.id()).ifPresent(endpoint -> {
            for (JsonNode configuration : change.at("properties.privateDnsZoneConfigs")) {
                String zone = configuration
                        .path("properties")
                        .path("privateDnsZoneId")
                        .asText();
                world.find(zone)
                        .ifPresent(found ->
                                records.add(world, endpoint, found, label(endpoint), EndpointRule.addresses(endpoint)));
            }
        });
    }

    @Override
    public void deleted(World world, Stored stored) {
        records.clear(world, stored.path().owner().orElseThrow());
    }

    /** The first part of the name under which the target is reached. */
    private static String label(Stored endpoint) {
        String name = EndpointRule.name(endpoint);
        return name.substring(0, name.indexOf('.'));
    }

    private static void records(Stored endpoint, ObjectNode configuration) {
        String zone = configuration.path("properties").path("privateDnsZoneId").asText();
        String name = label(endpoint);
        ArrayNode records = configuration.arrayNode();
        ObjectNode set = records.addObject();
        set.put("recordType", "A")
                .put("recordSetName", name)
                .put("fqdn", name + "." + zone.substring(zone.lastIndexOf('/') + 1))
                .put("ttl", 10)
                .put("provisioningState", "Succeeded");
        set.set("ipAddresses", EndpointRule.addresses(endpoint));
        Trees.set(configuration, "properties.recordSets", records);
    }
}
