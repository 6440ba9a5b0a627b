package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;

/** Log workspaces: one that was deleted comes back when its name is used again in its group. */
final class WorkspaceRule implements TypeRule {
    static final String TYPE = "Microsoft.OperationalInsights/workspaces";

    @Override
    public void check(Change change) {
        int days = change.at("properties.retentionInDays").asInt();
        if (days < 30 || days > 730) {
            throw Refusal.badRequest(
                    "InvalidParameter", "'RetentionInDays' has to be between 30 and 730, and not " + days + ".");
        }
        change.current().ifPresent(before -> {
            String old = Trees.at(before.body(), "properties.sku.name").asText();
            if (!old.equalsIgnoreCase(change.text("properties.sku.name")) && !old.equalsIgnoreCase("LACluster")) {
                throw Refusal.badRequest(
                        "InvalidParameter", "The sku of workspace '" + before.name() + "' cannot be changed.");
            }
        });
    }

    @Override
    public void done(Change change, Stored stored) {
        if (!change.creates()) {
            return;
        }
        Stored deleted = change.world().deleted().remove(stored.key());
        if (deleted != null) {
            stored.generated().setAll(deleted.generated());
            return;
        }
        Trees.set(stored.generated(), "properties.customerId", change.world().guid());
        Trees.set(
                stored.generated(), "properties.createdDate", stored.createdAt().toString());
    }

    @Override
    public void deleted(World world, Stored stored) {
        world.deleted().put(stored.key(), stored);
    }

    static ObjectNode keys(Stored stored) {
        String key = "simulated-" + Integer.toHexString(stored.key().hashCode());
        return Trees.object().put("primarySharedKey", key + "-1").put("secondarySharedKey", key + "-2");
    }
}
