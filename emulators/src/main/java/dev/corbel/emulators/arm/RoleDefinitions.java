package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The roles that Azure has built in, those that are wanted here. */
final class RoleDefinitions {
    static final String TYPE = "Microsoft.Authorization/roleDefinitions";
    private static final Pattern BY_NAME = Pattern.compile("roleName eq '([^']*)'");
    private static final Map<String, String> BUILT_IN = new TreeMap<>(Map.ofEntries(
            Map.entry("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner"),
            Map.entry("b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor"),
            Map.entry("acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader"),
            Map.entry("4d97b98b-1d4f-4787-a291-c67834d212e7", "Network Contributor"),
            Map.entry("7f951dda-4ed3-4680-a7ca-43fe172d538d", "AcrPull"),
            Map.entry("8311e382-0749-4cb8-b61a-304f252e45ec", "AcrPush"),
            Map.entry("00482a5a-887f-4fb3-b363-3b7fe8e74483", "Key Vault Administrator"),
            Map.entry("b86a8fe4-44ce-4948-aee5-eccb2c155cd7", "Key Vault Secrets Officer"),
            Map.entry("4633458b-17de-408a-b874-0445c86b69e6", "Key Vault Secrets User"),
            Map.entry("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "Storage Blob Data Owner"),
            Map.entry("ba92f5b4-2d11-453d-a403-e96b0029c9fe", "Storage Blob Data Contributor"),
            Map.entry("2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", "Storage Blob Data Reader"),
            Map.entry("f1a07417-d97a-45cb-824c-7a7467783830", "Managed Identity Operator"),
            Map.entry("92aaf0da-9dab-42b6-94a3-d43ce8d16293", "Log Analytics Contributor"),
            Map.entry("3913510d-42f4-4e42-8a64-420c390055eb", "Monitoring Metrics Publisher")));

    private RoleDefinitions() {}

    static boolean has(String id) {
        return BUILT_IN.containsKey(id.substring(id.lastIndexOf('/') + 1));
    }

    static ObjectNode one(World world, String name) {
        return Optional.ofNullable(BUILT_IN.get(name))
                .map(role -> view(world, name, role))
                .orElseThrow(() -> Refusal.notFound(
                        "RoleDefinitionDoesNotExist", "The specified role definition '" + name + "' was not found."));
    }

    /** Those that a filter such as {@code roleName eq 'Reader'} finds. */
    static List<ObjectNode> list(World world, String filter) {
        Matcher byName = BY_NAME.matcher(filter);
        String wanted = byName.find() ? byName.group(1) : "";
        return BUILT_IN.entrySet().stream()
                .filter(role -> wanted.isEmpty() || role.getValue().equalsIgnoreCase(wanted))
                .map(role -> view(world, role.getKey(), role.getValue()))
                .toList();
    }

    private static ObjectNode view(World world, String name, String role) {
        ObjectNode view = Trees.object();
        view.put("id", "/subscriptions/" + world.subscription() + "/providers/" + TYPE + "/" + name)
                .put("name", name)
                .put("type", TYPE);
        ObjectNode properties = view.putObject("properties");
        properties.put("roleName", role).put("type", "BuiltInRole").put("description", role);
        properties.putArray("assignableScopes").add("/");
        properties.putArray("permissions");
        return view;
    }
}
