package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;

/** Public addresses: what they are, whose they are. */
final class PublicAddressRule implements TypeRule {
    static final String TYPE = "Microsoft.Network/publicIPAddresses";

    @Override
    public void check(Change change) {
        if (change.text("sku.name").equals("Basic")) {
            throw Refusal.badRequest(
                    "BasicSkuPublicIPsNoLongerSupported", "Public IP addresses of the sku Basic can't be created.");
        }
        if (change.text("properties.publicIPAllocationMethod").equals("Dynamic")) {
            throw Refusal.badRequest(
                    "StandardAndStandardV2SkuPublicIPAddressesMustBeStatic",
                    "Public IP address " + change.path().id() + " of this sku must have static allocation.");
        }
    }

    @Override
    public void done(Change change, Stored stored) {
        if (change.creates()) {
            int number = change.world().number("public address");
            boolean six = change.text("properties.publicIPAddressVersion").equals("IPv6");
            Trees.set(
                    stored.generated(),
                    "properties.ipAddress",
                    six
                            ? "2001:db8::" + Integer.toHexString(number)
                            : "203.0." + (113 + number / 250) + "." + (1 + number % 250));
            Trees.set(
                    stored.generated(),
                    "properties.resourceGuid",
                    change.world().guid());
        }
        String label = change.text("properties.dnsSettings.domainNameLabel");
        Trees.remove(stored.generated(), "properties.dnsSettings");
        if (!label.isEmpty()) {
            Trees.set(
                    stored.generated(),
                    "properties.dnsSettings.fqdn",
                    label + "." + change.text("location") + ".cloudapp.azure.com");
        }
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        InUse.by(world, stored, NatGatewayRule.TYPE)
                .forEach(nat -> Trees.set(shown, "properties.natGateway.id", nat.id()));
    }

    @Override
    public void checkDelete(World world, Stored stored) {
        InUse.refuse(world, stored, NatGatewayRule.TYPE, "PublicIPAddressCannotBeDeleted");
    }
}
