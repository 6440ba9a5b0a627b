package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.corbel.emulators.arm.facts.Trees;

/** Virtual networks: their address space, which has to hold their subnets. */
final class NetworkRule implements TypeRule {
    static final String TYPE = "Microsoft.Network/virtualNetworks";

    @Override
    public void check(Change change) {
        JsonNode prefixes = change.at("properties.addressSpace.addressPrefixes");
        if (prefixes.isEmpty()) {
            throw Refusal.badRequest(
                    "AddressSpaceRequired", "Virtual network '" + change.path().name() + "' has no address prefix.");
        }
        for (JsonNode prefix : prefixes) {
            if (Cidr.parse(prefix.asText()).isEmpty()) {
                throw Refusal.badRequest(
                        "InvalidAddressPrefixFormat", "Address prefix '" + prefix.asText() + "' is invalid.");
            }
        }
    }

    @Override
    public void done(Change change, Stored stored) {
        if (change.creates()) {
            Trees.set(
                    stored.generated(),
                    "properties.resourceGuid",
                    change.world().guid());
        }
    }
}
