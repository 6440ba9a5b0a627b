package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls that are neither of a resource nor of a list of them: keys, free names, and what is deleted and could come back. */
final class Actions {
    private static final Map<String, String> NAMED = Map.of(
            "microsoft.storage", StorageRule.ACCOUNT,
            "microsoft.keyvault", VaultRule.TYPE,
            "microsoft.containerregistry", RegistryRule.TYPE);

    private final World world;
    private final Locator locator;
    private final Views views;
    private final Pages pages;
    private final ServerActions servers;
    private final AppActions apps;

    Actions(World world, Locator locator, Views views, Pages pages, ServerActions servers, AppActions apps) {
        this.world = world;
        this.locator = locator;
        this.views = views;
        this.pages = pages;
        this.servers = servers;
        this.apps = apps;
    }

    /** The answer to such a call; empty where it is none. */
    Optional<ArmResponse> handle(ArmRequest request, ArmPath path) {
        String types = path.namespace().toLowerCase(Locale.ROOT) + "/"
                + String.join("/", path.types()).toLowerCase(Locale.ROOT);
        return switch (request.method() + " " + types) {
            case "POST microsoft.storage/storageaccounts/listkeys" -> Optional.of(storageKeys(path));
            case "POST microsoft.operationalinsights/workspaces/sharedkeys" ->
                Optional.of(ArmResponse.of(200, WorkspaceRule.keys(owner(path))));
            case "POST microsoft.containerregistry/registries/listcredentials" ->
                Optional.of(ArmResponse.of(200, RegistryRule.credentials(owner(path))));
            case "POST microsoft.storage/checknameavailability",
                    "POST microsoft.keyvault/checknameavailability",
                    "POST microsoft.containerregistry/checknameavailability" ->
                Optional.of(nameAvailability(request, path));
            case "GET microsoft.keyvault/locations/deletedvaults" -> Optional.of(deletedVault(path));
            case "GET microsoft.keyvault/deletedvaults" -> Optional.of(deletedVaults(request));
            case "POST microsoft.keyvault/locations/deletedvaults/purge" -> Optional.of(purge(path));
            case "GET microsoft.operationalinsights/deletedworkspaces" -> Optional.of(deletedWorkspaces(request, path));
            case "POST microsoft.dbforpostgresql/flexibleservers/restart" ->
                Optional.of(servers.restart(request, path));
            case "POST microsoft.app/containerapps/listsecrets" -> Optional.of(apps.secrets(path));
            case "GET microsoft.app/containerapps/revisions" -> Optional.of(apps.revisions(request, path));
            case "POST microsoft.app/containerapps/revisions/restart",
                    "POST microsoft.app/containerapps/revisions/deactivate" -> Optional.of(apps.revision(path));
            default -> Optional.empty();
        };
    }

    private Stored owner(ArmPath path) {
        return locator.existing(path.owner().orElseThrow(() -> Refusal.nothing(path.id())));
    }

    private ArmResponse storageKeys(ArmPath path) {
        Stored account = owner(path);
        Locks.checkWrite(world, account.path());
        ObjectNode body = Trees.object();
        for (String name : List.of("key1", "key2")) {
            body.withArray("/keys")
                    .addObject()
                    .put("keyName", name)
                    .put("permissions", "FULL")
                    .put(
                            "value",
                            "simulated-" + name + "-"
                                    + Integer.toHexString(account.key().hashCode()));
        }
        return ArmResponse.of(200, body);
    }

    private ArmResponse nameAvailability(ArmRequest request, ArmPath path) {
        String type = NAMED.getOrDefault(path.namespace().toLowerCase(Locale.ROOT), "");
        String name = request.body().path("name").asText();
        Set<String> deleted = world.deleted().keySet();
        boolean taken = world.isTaken(type, name)
                || (type.equals(VaultRule.TYPE) && deleted.contains(VaultRule.key(name)))
                || world.all().stream()
                        .anyMatch(stored -> stored.is(type) && stored.name().equalsIgnoreCase(name));
        ObjectNode body = Trees.object().put("nameAvailable", !taken);
        return ArmResponse.of(
                200, taken ? body.put("reason", "AlreadyExists").put("message", "The name is taken.") : body);
    }

    private ArmResponse deletedVault(ArmPath path) {
        return ArmResponse.of(200, VaultRule.deletedView(world, deleted(path.name())));
    }

    private Stored deleted(String name) {
        return Optional.ofNullable(world.deleted().get(VaultRule.key(name)))
                .orElseThrow(() -> Refusal.notFound(
                        "DeletedVaultNotFound", "The specified deleted vault '" + name + "' does not exist."));
    }

    private ArmResponse deletedVaults(ArmRequest request) {
        return pages.of(
                request,
                world.deleted().values().stream()
                        .filter(stored -> stored.is(VaultRule.TYPE))
                        .map(stored -> VaultRule.deletedView(world, stored))
                        .toList());
    }

    private ArmResponse purge(ArmPath path) {
        Stored vault = deleted(path.name());
        if (Trees.at(vault.body(), "properties.enablePurgeProtection").asBoolean()) {
            throw Refusal.badRequest(
                    "DeletedVaultPurge",
                    "The vault '" + vault.name() + "' cannot be purged since its purge protection is on.");
        }
        world.deleted().remove(VaultRule.key(path.name()));
        return ArmResponse.of(200);
    }

    private ArmResponse deletedWorkspaces(ArmRequest request, ArmPath path) {
        String scope = ArmPath.key(path.scope()) + "/";
        return pages.of(
                request,
                world.deleted().values().stream()
                        .filter(stored ->
                                stored.is(WorkspaceRule.TYPE) && stored.key().startsWith(scope))
                        .map(views::of)
                        .toList());
    }
}
