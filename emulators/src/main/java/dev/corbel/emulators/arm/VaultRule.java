package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.Locale;
import java.util.regex.Pattern;

/** Key vaults: a deleted one keeps its name until it is recovered or purged. */
final class VaultRule implements TypeRule {
    static final String TYPE = "Microsoft.KeyVault/vaults";
    private static final Pattern NAME = Pattern.compile("(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]");
    private static final String MODE = "properties.createMode";
    private static final String PROTECTION = "properties.enablePurgeProtection";

    /** A vault that is there is not made in any way, and one that is protected from being purged stays so. */
    @Override
    public void complete(Change change) {
        change.current().ifPresent(before -> {
            Trees.remove(change.body(), MODE);
            if (isProtected(before) && !change.at(PROTECTION).isBoolean()) {
                Trees.set(change.body(), PROTECTION, change.body().booleanNode(true));
            }
        });
    }

    private static boolean isProtected(Stored vault) {
        return Trees.at(vault.body(), PROTECTION).asBoolean();
    }

    @Override
    public void check(Change change) {
        if (!NAME.matcher(change.path().name()).matches()) {
            throw Refusal.badRequest(
                    "VaultNameNotValid", "The vault name '" + change.path().name() + "' is invalid.");
        }
        if (!change.text("properties.tenantId").equals(change.world().tenant())) {
            throw Refusal.badRequest("InvalidTenantId", "The tenant of the vault is not that of the subscription.");
        }
        boolean recover = Trees.remove(change.body(), MODE).asText().equals("recover");
        Stored deleted = change.world().deleted().get(key(change.path().name()));
        if (change.creates() && recover && deleted == null) {
            throw Refusal.notFound(
                    "DeletedVaultNotFound",
                    "There is no deleted vault '" + change.path().name() + "' to recover.");
        }
        if (change.creates() && deleted != null && !recover) {
            throw Refusal.conflict(
                    "ConflictError",
                    "A vault with the same name already exists in deleted state. You need to either recover or purge "
                            + "the existing key vault.");
        }
        if (change.creates() && deleted != null) {
            change.body().removeAll();
            change.body().setAll(deleted.body().deepCopy());
        }
        change.current().ifPresent(before -> checkProtection(change, before));
    }

    private static void checkProtection(Change change, Stored before) {
        if (isProtected(before) && !change.at(PROTECTION).asBoolean()) {
            throw Refusal.badRequest(
                    "BadRequest", "The property \"enablePurgeProtection\" cannot be set to false once it is true.");
        }
    }

    @Override
    public void done(Change change, Stored stored) {
        change.world().deleted().remove(key(stored.name()));
        Trees.set(
                stored.generated(),
                "properties.vaultUri",
                "https://" + stored.name().toLowerCase(Locale.ROOT) + ".vault.azure.net/");
    }

    @Override
    public void deleted(World world, Stored stored) {
        world.deleted().put(key(stored.name()), stored);
    }

    /** The name under which a deleted vault is kept. */
    static String key(String name) {
        return TYPE + "/" + name.toLowerCase(Locale.ROOT);
    }

    /** A deleted vault as the list of them shows it. */
    static ObjectNode deletedView(World world, Stored stored) {
        ObjectNode view = Trees.object();
        String location = stored.body().path("location").asText();
        view.put(
                        "id",
                        "/subscriptions/" + world.subscription() + "/providers/Microsoft.KeyVault/locations/" + location
                                + "/deletedVaults/" + stored.name())
                .put("name", stored.name())
                .put("type", "Microsoft.KeyVault/deletedVaults");
        view.putObject("properties")
                .put("vaultId", stored.id())
                .put("location", location)
                .put("purgeProtectionEnabled", isProtected(stored));
        return view;
    }
}
