package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.Trees;
import java.time.Duration;

/** Storage accounts and what is in them. Their blob service exists as long as they do. */
final class StorageRule implements TypeRule {
    static final String ACCOUNT = "Microsoft.Storage/storageAccounts";
    static final String BLOBS = ACCOUNT + "/blobServices";
    static final String CONTAINER = BLOBS + "/containers";
    static final String POLICY = ACCOUNT + "/managementPolicies";

    /** For how long the name of a deleted container stays taken. */
    private static final Duration CONTAINER_LAG = Duration.ofSeconds(30);

    private final Facts facts;

    StorageRule(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void check(Change change) {
        switch (change.type().name()) {
            case ACCOUNT -> checkAccount(change);
            case CONTAINER -> checkContainer(change);
            default -> {
                if (!change.path().name().equals("default")) {
                    throw Refusal.badRequest("InvalidResourceName", "The name has to be 'default'.");
                }
            }
        }
    }

    private static void checkAccount(Change change) {
        change.current().ifPresent(before -> {
            String old = Trees.at(before.body(), "sku.name").asText();
            String next = change.text("sku.name");
            boolean tier = !before(old).equals(before(next));
            if (tier || isZonal(old) != isZonal(next)) {
                throw Refusal.conflict(
                        "StorageAccountSkuChangeNotAllowed",
                        "The sku of the account cannot change from " + old + " to " + next + ".");
            }
            String kind = before.body().path("kind").asText();
            if (!kind.equals(change.text("kind")) && !kind.equals("Storage")) {
                throw Refusal.conflict("PropertyChangeNotAllowed", "The kind of the account cannot change.");
            }
        });
    }

    private static String before(String sku) {
        return sku.substring(0, Math.max(0, sku.indexOf('_')));
    }

    private static boolean isZonal(String sku) {
        return sku.endsWith("ZRS");
    }

    private static void checkContainer(Change change) {
        String name = change.path().name();
        if (!name.matches("(?!.*--)[a-z0-9$][a-z0-9-]{2,62}")) {
            throw Refusal.badRequest("ContainerInvalidName", "'" + name + "' is no valid name of a container.");
        }
        if (change.world().lasts("deletion of " + change.path().key())) {
            throw Refusal.conflict("ContainerBeingDeleted", "The specified container is being deleted. Try later.");
        }
    }

    @Override
    public void done(Change change, Stored stored) {
        switch (stored.type().name()) {
            case ACCOUNT -> account(change, stored);
            case POLICY ->
                Trees.set(
                        stored.generated(),
                        "properties.lastModifiedTime",
                        change.now().toString());
            default -> {
                // Nothing is made by the service.
            }
        }
    }

    private void account(Change change, Stored stored) {
        ObjectNode generated = stored.generated();
        String name = stored.name();
        String sku = change.text("sku.name");
        Trees.set(generated, "sku.tier", before(sku));
        Trees.set(generated, "properties.primaryLocation", change.text("location"));
        Trees.set(generated, "properties.statusOfPrimary", "available");
        Trees.set(generated, "properties.creationTime", stored.createdAt().toString());
        for (String service : new String[] {"blob", "file", "queue", "table", "dfs"}) {
            Trees.set(
                    generated,
                    "properties.primaryEndpoints." + service,
                    "https://" + name + "." + service + ".core.windows.net/");
        }
        Trees.set(generated, "properties.primaryEndpoints.web", "https://" + name + ".z1.web.core.windows.net/");
        if (change.creates()) {
            OwnParts.add(facts, change, stored, BLOBS, "default", Trees.object());
        }
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        if (stored.is(ACCOUNT)) {
            JsonNode services = Trees.at(shown, "properties.encryption.services");
            if (services.isMissingNode()) {
                for (String service : new String[] {"blob", "file"}) {
                    Trees.set(shown, "properties.encryption.services." + service + ".enabled", shown.booleanNode(true));
                    Trees.set(shown, "properties.encryption.services." + service + ".keyType", "Account");
                }
            }
        }
    }

    @Override
    public void deleted(World world, Stored stored) {
        if (stored.is(CONTAINER)) {
            world.last("deletion of " + stored.key(), CONTAINER_LAG);
        }
    }
}
