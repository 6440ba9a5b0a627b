package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.Trees;
import java.time.Duration;
import java.util.List;

/** Storage accounts and what is in them. Their blob service exists as long as they do. */
final class StorageRule implements TypeRule {
    static final String ACCOUNT = "Microsoft.Storage/storageAccounts";
    static final String BLOBS = ACCOUNT + "/blobServices";
    static final String CONTAINER = BLOBS + "/containers";
    static final String FILES = ACCOUNT + "/fileServices";
    static final String SHARE = FILES + "/shares";
    static final String POLICY = ACCOUNT + "/managementPolicies";

    /** For how long the name of a deleted container or share stays taken. */
    private static final Duration NAME_LAG = Duration.ofSeconds(30);

    private final Facts facts;

    StorageRule(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void check(Change change) {
        switch (change.type().name()) {
            case ACCOUNT -> checkAccount(change);
            case CONTAINER -> checkContainer(change);
            case SHARE -> checkShare(change);
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
        refuseDeleted(change, "ContainerBeingDeleted");
    }

    private static void refuseDeleted(Change change, String code) {
        if (change.world().lasts("deletion of " + change.path().key())) {
            throw Refusal.conflict(code, "What has the name is being deleted. Try later.");
        }
    }

    private static void checkShare(Change change) {
        String name = change.path().name();
        if (!name.matches("(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")) {
            throw Refusal.badRequest("InvalidResourceName", "'" + name + "' is no valid name of a share.");
        }
        refuseDeleted(change, "ShareBeingDeleted");
        boolean fast = change.path()
                .owner()
                .flatMap(ArmPath::owner)
                .flatMap(account -> change.world().find(account.id()))
                .filter(account -> account.body().path("kind").asText().equals("FileStorage"))
                .isPresent();
        boolean wanted = change.text("properties.enabledProtocols").equals("NFS")
                || change.text("properties.accessTier").equals("Premium");
        if (wanted && !fast) {
            throw Refusal.badRequest(
                    "InvalidHeaderValue", "NFS and the tier Premium take an account of the kind FileStorage.");
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
            List.of(BLOBS, FILES).forEach(type -> OwnParts.add(facts, change, stored, type, "default", Trees.object()));
        }
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        if (stored.is(SHARE) && Trees.at(shown, "properties.accessTier").isMissingNode()) {
            Trees.set(shown, "properties.accessTier", "TransactionOptimized");
        }
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
        if (stored.is(CONTAINER) || stored.is(SHARE)) {
            world.last("deletion of " + stored.key(), NAME_LAG);
        }
    }
}
