package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.HashSet;
import java.util.Set;

/** Groups of those who hear of an alert, each under a name of its own. */
final class ActionGroupRule implements TypeRule {
    static final String TYPE = "Microsoft.Insights/actionGroups";

    private static final Set<String> WITHOUT_SCHEMA =
            Set.of("azureAppPushReceivers", "itsmReceivers", "smsReceivers", "voiceReceivers");
    private static final Set<String> CONFIRMED = Set.of("emailReceivers", "smsReceivers");

    @Override
    public void complete(Change change) {
        change.at("properties").properties().forEach(list -> {
            if (list.getValue().isArray() && !WITHOUT_SCHEMA.contains(list.getKey())) {
                list.getValue().forEach(receiver -> fill(receiver, list.getKey()));
            }
        });
    }

    private static void fill(JsonNode receiver, String list) {
        if (receiver instanceof ObjectNode object) {
            if (!object.has("useCommonAlertSchema")) {
                object.put("useCommonAlertSchema", false);
            }
            if (list.equals("webhookReceivers") && !object.has("useAadAuth")) {
                object.put("useAadAuth", false);
            }
        }
    }

    @Override
    public void check(Change change) {
        Set<String> names = new HashSet<>();
        change.at("properties")
                .forEach(list -> list.forEach(receiver -> {
                    if (!names.add(receiver.path("name").asText())) {
                        throw Refusal.badRequest(
                                "DuplicateReceiverName",
                                "Two receivers have the name '"
                                        + receiver.path("name").asText() + "'.");
                    }
                }));
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        CONFIRMED.forEach(list -> Trees.at(shown, "properties." + list)
                .forEach(receiver -> ((ObjectNode) receiver).put("status", "Enabled")));
    }
}
