package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.ArrayList;
import java.util.List;

/** Subnets: their ranges in the network, beside each other, and their use. */
final class SubnetRule implements TypeRule {
    static final String TYPE = "Microsoft.Network/virtualNetworks/subnets";
    static final String ENDPOINT = "Microsoft.Network/privateEndpoints";

    /** The types whose resources a subnet holds. */
    private static final List<String> USERS = List.of(ENDPOINT, PostgresServerRule.TYPE, AppEnvironmentRule.TYPE);

    /** The name of the link that a service leaves behind for a while. */
    static String link(String subnet) {
        return "link of " + subnet;
    }

    @Override
    public void check(Change change) {
        List<Cidr> own = ranges(change.body());
        List<Cidr> space = new ArrayList<>();
        Trees.at(change.parent(), "properties.addressSpace.addressPrefixes")
                .forEach(prefix -> Cidr.parse(prefix.asText()).ifPresent(space::add));
        for (Cidr range : own) {
            if (space.stream().noneMatch(prefix -> prefix.contains(range))) {
                throw Refusal.badRequest(
                        "NetcfgSubnetRangeOutsideVnet",
                        "Subnet '" + change.path().name() + "' is not valid because its IP address range is outside "
                                + "the IP address range of its virtual network.");
            }
        }
        change.siblings().forEach((name, sibling) -> {
            if (ranges(sibling).stream().anyMatch(other -> own.stream().anyMatch(other::overlaps))) {
                throw Refusal.badRequest(
                        "NetcfgSubnetRangesOverlap",
                        "Subnet '" + change.path().name()
                                + "' is not valid because its IP address range overlaps with that of an existing "
                                + "subnet '" + name + "' in the virtual network.");
            }
        });
        change.current().ifPresent(before -> checkMove(change, before, own));
    }

    private static void checkMove(Change change, Stored before, List<Cidr> own) {
        boolean used = !InUse.by(change.world(), before, ENDPOINT).isEmpty();
        if (used && !ranges(before.body()).equals(own)) {
            throw Refusal.badRequest(
                    "InUsePrefixCannotBeDeleted",
                    "IP prefix of subnet '" + before.name() + "' has active allocations and cannot be changed.");
        }
    }

    private static List<Cidr> ranges(ObjectNode body) {
        List<Cidr> ranges = new ArrayList<>();
        JsonNode one = Trees.at(body, "properties.addressPrefix");
        if (one.isTextual()) {
            ranges.add(range(one.asText()));
        }
        if (ranges.isEmpty()) {
            Trees.at(body, "properties.addressPrefixes").forEach(prefix -> ranges.add(range(prefix.asText())));
        }
        if (ranges.isEmpty()) {
            throw Refusal.badRequest("InvalidAddressPrefixFormat", "A subnet needs an address prefix.");
        }
        return ranges;
    }

    private static Cidr range(String text) {
        return Cidr.parse(text)
                .orElseThrow(() ->
                        Refusal.badRequest("InvalidAddressPrefixFormat", "Address prefix '" + text + "' is invalid."));
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        InUse.show(world, stored, ENDPOINT, shown, "properties.privateEndpoints");
        for (JsonNode delegation : Trees.at(shown, "properties.delegations")) {
            ((ObjectNode) delegation)
                    .withObject("/properties")
                    .putArray("actions")
                    .add("Microsoft.Network/virtualNetworks/subnets/join/action");
        }
    }

    @Override
    public void checkDelete(World world, Stored stored) {
        if (world.lasts(link(stored.key()))) {
            throw Refusal.badRequest(
                    "InUseSubnetCannotBeDeleted",
                    "Subnet '" + stored.name() + "' is in use by a serviceAssociationLink and cannot be deleted.");
        }
        USERS.forEach(type -> InUse.refuse(world, stored, type, "InUseSubnetCannotBeDeleted"));
    }
}
