package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.Optional;

/** Namespaces of Service Bus, and the rules for the networks that reach them, which exist as long as their namespace. */
final class MessageBusRule implements TypeRule {
    static final String TYPE = "Microsoft.ServiceBus/namespaces";
    static final String NETWORKS = TYPE + "/networkRuleSets";
    static final String SKU = "sku.name";
    static final String PREMIUM = "Premium";
    private static final String ACCESS = "properties.publicNetworkAccess";
    private static final String RULES = "networkRuleSets";

    private final Facts facts;

    MessageBusRule(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void complete(Change change) {
        if (change.type().name().equals(TYPE)) {
            Trees.set(change.body(), "sku.tier", change.text(SKU));
            if (change.text(SKU).equals(PREMIUM) && change.at("sku.capacity").isMissingNode()) {
                Trees.set(change.body(), "sku.capacity", change.body().numberNode(1));
            }
        } else {
            change.at("properties.ipRules").forEach(rule -> ((ObjectNode) rule).put("action", "Allow"));
        }
    }

    @Override
    public void check(Change change) {
        if (!change.type().name().equals(TYPE)) {
            checkNetworks(change);
            return;
        }
        if (!change.path().name().matches("[a-zA-Z](?!.*(-sb|-mgmt)$)[a-zA-Z0-9-]{4,48}[a-zA-Z0-9]")) {
            throw Refusal.badRequest("BadRequest", "'" + change.path().name() + "' is no valid name of a namespace.");
        }
        String sku = change.text(SKU);
        change.current()
                .map(before -> Trees.at(before.body(), SKU).asText())
                .filter(old -> !old.equals(sku) && (old.equals(PREMIUM) || sku.equals(PREMIUM)))
                .ifPresent(old -> {
                    throw Refusal.badRequest(
                            "BadRequest", "A namespace cannot change from " + old + " to " + sku + ".");
                });
    }

    private static void checkNetworks(Change change) {
        boolean limits = !change.at("properties.ipRules").isEmpty()
                || !change.at("properties.virtualNetworkRules").isEmpty();
        if (limits && !Trees.at(change.parent(), SKU).asText().equals(PREMIUM)) {
            throw Refusal.badRequest("BadRequest", "Rules for networks take the SKU Premium.");
        }
    }

    @Override
    public void done(Change change, Stored stored) {
        Optional<Stored> other;
        if (stored.is(TYPE)) {
            if (change.creates()) {
                created(change, stored);
            }
            other = change.world()
                    .find(stored.path().list(RULES).child("default").id());
        } else {
            other = stored.path().owner().flatMap(owner -> change.world().find(owner.id()));
        }
        other.ifPresent(shared -> Trees.set(shared.body(), ACCESS, change.text(ACCESS)));
    }

    private void created(Change change, Stored stored) {
        ObjectNode generated = stored.generated();
        String endpoint = "https://" + stored.name() + ".servicebus.windows.net:443/";
        Trees.set(generated, "properties.serviceBusEndpoint", endpoint);
        Trees.set(generated, "properties.metricId", change.world().subscription() + ":" + stored.name());
        Trees.set(generated, "properties.createdAt", stored.createdAt().toString());
        Trees.set(generated, "properties.status", "Active");
        OwnParts.add(facts, change, stored, NETWORKS, "default", Trees.object());
    }
}
