package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.Trees;
import dev.corbel.emulators.arm.facts.TypeFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The records that zone groups keep in private zones. Each says in its metadata which endpoint it is for. */
final class EndpointRecords {
    private static final String TYPE = ZoneRule.PRIVATE + "/A";
    private static final String CREATOR = "properties.metadata.creator";

    private final TypeFacts type;

    EndpointRecords(Facts facts) {
        type = facts.type(TYPE).orElseThrow(() -> new IllegalStateException("no facts of " + TYPE));
    }

    /** Makes the record of an endpoint in a zone; one that was there before stays as it is. */
    void add(World world, Stored endpoint, Stored zone, String name, JsonNode addresses) {
        ArmPath path = zone.path().list(type.collection()).child(name);
        if (world.find(path.id()).isPresent()) {
            return;
        }
        ObjectNode body = Trees.object();
        ObjectNode properties = body.withObject("/properties");
        properties.put("ttl", 10);
        addresses.forEach(
                address -> properties.withArray("/aRecords").addObject().put("ipv4Address", address.asText()));
        Trees.set(body, CREATOR, properties.textNode(creator(endpoint.path())));
        Stored record = new Stored(path, type, world.now());
        record.change(body);
        world.add(record);
        RecordRule.name(record);
    }

    /** Takes the records of an endpoint out of all zones. */
    void clear(World world, ArmPath endpoint) {
        List<Stored> records = world.all().stream()
                .filter(stored -> stored.is(TYPE))
                .filter(stored -> Trees.at(stored.body(), CREATOR).asText().equals(creator(endpoint)))
                .toList();
        records.forEach(world::remove);
    }

    private static String creator(ArmPath endpoint) {
        UUID guid = UUID.nameUUIDFromBytes(endpoint.key().getBytes(StandardCharsets.UTF_8));
        return "created by private endpoint " + endpoint.name() + " with resource guid " + guid;
    }
}
