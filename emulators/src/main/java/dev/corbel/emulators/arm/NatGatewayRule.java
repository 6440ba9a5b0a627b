package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;

/** NAT gateways: an address serves one of them only, and one that serves subnets stays. */
final class NatGatewayRule implements TypeRule {
    static final String TYPE = "Microsoft.Network/natGateways";

    @Override
    public void check(Change change) {
        for (JsonNode address : change.at("properties.publicIpAddresses")) {
            change.world().find(address.path("id").asText()).stream()
                    .flatMap(stored -> InUse.by(change.world(), stored, TYPE).stream())
                    .filter(other -> !other.key().equals(change.path().key()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw Refusal.badRequest(
                                "PublicIPAddressInUse",
                                "Public IP address " + address.path("id").asText() + " is in use by '" + other.id()
                                        + "'.");
                    });
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

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        InUse.show(world, stored, SubnetRule.TYPE, shown, "properties.subnets");
    }

    @Override
    public void checkDelete(World world, Stored stored) {
        InUse.refuse(world, stored, SubnetRule.TYPE, "InUseNatGatewayCannotBeDeleted");
    }
}
