package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.time.Duration;
import java.util.List;

/** Zones of DNS, public and private ones, and the links of private ones to networks. */
final class ZoneRule implements TypeRule {
    static final String PRIVATE = "Microsoft.Network/privateDnsZones";
    static final String PUBLIC = "Microsoft.Network/dnsZones";
    static final String LINK = "Microsoft.Network/privateDnsZones/virtualNetworkLinks";

    /** For how long a zone still counts a link whose deletion is done. */
    private static final Duration LINK_LAG = Duration.ofSeconds(30);

    @Override
    public void check(Change change) {
        if (!change.text("location").equals("global")) {
            throw Refusal.badRequest(
                    "LocationNotAvailableForResourceType",
                    "The provided location '" + change.text("location") + "' is not available for " + change.type()
                            + ". The list of available regions is 'global'.");
        }
        if (!change.type().name().equals(LINK)) {
            checkName(change.path().name());
            return;
        }
        String network = change.text("properties.virtualNetwork.id");
        change.siblings().forEach((name, sibling) -> {
            if (Trees.at(sibling, "properties.virtualNetwork.id").asText().equalsIgnoreCase(network)) {
                throw Refusal.conflict(
                        "Conflict",
                        "A virtual network cannot be linked to a zone twice; the other link is '" + name + "'.");
            }
        });
    }

    private static void checkName(String name) {
        if (name.split("\\.", -1).length < 2) {
            throw Refusal.badRequest(
                    "BadRequest", "The domain name '" + name + "' is invalid: it has to have two labels at least.");
        }
    }

    @Override
    public void done(Change change, Stored stored) {
        if (stored.is(LINK)) {
            Trees.set(stored.generated(), "properties.virtualNetworkLinkState", "Completed");
        }
        if (stored.is(PUBLIC) && change.creates()) {
            ArrayNode servers = stored.generated().arrayNode();
            List.of("com", "net", "org", "info").forEach(end -> servers.add("ns1-01.azure-dns." + end + "."));
            Trees.set(stored.generated(), "properties.nameServers", servers);
        }
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        if (stored.is(LINK)) {
            return;
        }
        List<Stored> below = world.below(stored.id());
        long links = below.stream().filter(other -> other.is(LINK)).count();
        // The records that a zone has by itself count too: SOA, and in public ones NS.
        long records = below.size() - links + (stored.is(PUBLIC) ? 2 : 1);
        Trees.set(shown, "properties.numberOfRecordSets", shown.numberNode(records));
        Trees.set(shown, "properties.maxNumberOfRecordSets", shown.numberNode(stored.is(PUBLIC) ? 10_000 : 25_000));
        if (stored.is(PRIVATE)) {
            Trees.set(shown, "properties.numberOfVirtualNetworkLinks", shown.numberNode(links));
        }
    }

    @Override
    public void checkDelete(World world, Stored stored) {
        boolean linked = world.below(stored.id()).stream().anyMatch(other -> other.is(LINK));
        boolean lags = world.lasts("link of " + stored.key()) && !goesWithItsGroup(world, stored);
        if (stored.is(PRIVATE) && (linked || lags)) {
            throw Refusal.conflict(
                    "CannotDeleteResource",
                    "Can not delete resource '" + stored.id()
                            + "' before nested resources are deleted: it has virtual network links.");
        }
    }

    /** The deletion of a group tries again until all is gone. */
    private static boolean goesWithItsGroup(World world, Stored stored) {
        return world.find(stored.path().scope())
                .filter(group -> group.state().equals("Deleting"))
                .isPresent();
    }

    @Override
    public void deleted(World world, Stored stored) {
        if (stored.is(LINK)) {
            stored.path().owner().ifPresent(zone -> world.last("link of " + zone.key(), LINK_LAG));
        }
    }
}
