package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the logs and measures of a resource go: five settings at most, and none twice to the same place. */
final class DiagnosticsRule implements TypeRule {
    static final String TYPE = "Microsoft.Insights/diagnosticSettings";

    private static final int MOST = 5;
    private static final List<String> PLACES = List.of("workspaceId", "storageAccountId");
    private static final List<String> ALL_PLACES =
            List.of("workspaceId", "storageAccountId", "eventHubAuthorizationRuleId", "marketplacePartnerId");

    @Override
    public void check(Change change) {
        if (ALL_PLACES.stream()
                .allMatch(place -> change.text("properties." + place).isEmpty())) {
            throw Refusal.badRequest("BadRequest", "There is no place for logs and measures to go to.");
        }
        for (String place : PLACES) {
            String id = change.text("properties." + place);
            if (!id.isEmpty() && change.world().find(id).isEmpty()) {
                throw Refusal.badRequest("BadRequest", "Resource '" + id + "' does not exist.");
            }
        }
        Set<String> enabled = enabled(change.body());
        if (enabled.isEmpty()) {
            throw Refusal.badRequest("BadRequest", "No category of logs or measures is enabled.");
        }
        if (change.siblings().size() >= MOST) {
            throw Refusal.conflict("Conflict", "A resource has " + MOST + " diagnostic settings at most.");
        }
        change.siblings().forEach((name, other) -> checkOther(change, enabled, name, other));
    }

    private static void checkOther(Change change, Set<String> enabled, String name, ObjectNode other) {
        Set<String> shared = enabled(other);
        shared.retainAll(enabled);
        for (String place : ALL_PLACES) {
            String id = change.text("properties." + place);
            if (!id.isEmpty()
                    && !shared.isEmpty()
                    && Trees.at(other, "properties." + place).asText().equalsIgnoreCase(id)) {
                throw Refusal.conflict(
                        "Conflict",
                        "Data sink '" + id + "' is already used in diagnostic setting '" + name + "' for category '"
                                + shared.iterator().next() + "'.");
            }
        }
    }

    /** The categories and groups of categories that a setting has on. */
    private static Set<String> enabled(ObjectNode body) {
        Set<String> enabled = new HashSet<>();
        for (String list : List.of("logs", "metrics")) {
            Set<String> named = new HashSet<>();
            for (JsonNode one : Trees.at(body, "properties." + list)) {
                String category = one.path("category").asText("");
                String name = category + one.path("categoryGroup").asText("");
                boolean both = !category.isEmpty() && !category.equals(name);
                if (name.isEmpty() || both || !named.add(name)) {
                    throw Refusal.badRequest(
                            "BadRequest", "Each of the " + list + " has one category or group, and none twice.");
                }
                if (one.path("enabled").asBoolean()) {
                    enabled.add(list + " " + name);
                }
            }
        }
        return enabled;
    }

    /** The service writes ids in small letters. */
    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        String scope = stored.path().scope();
        shown.put("id", scope.toLowerCase(Locale.ROOT) + stored.id().substring(scope.length()));
        for (String list : List.of("logs", "metrics")) {
            for (JsonNode one : Trees.at(shown, "properties." + list)) {
                if (!one.has("retentionPolicy")) {
                    ((ObjectNode) one)
                            .putObject("retentionPolicy")
                            .put("enabled", false)
                            .put("days", 0);
                }
            }
        }
    }
}
