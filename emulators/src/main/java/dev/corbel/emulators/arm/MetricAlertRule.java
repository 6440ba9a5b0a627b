package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Alerts on measures: what they watch and whom they tell has to exist, and each kind of condition has parts of its own. */
final class MetricAlertRule implements TypeRule {
    static final String TYPE = "Microsoft.Insights/metricAlerts";

    @Override
    public void check(Change change) {
        refuse(!change.text("location").equalsIgnoreCase("global"), "An alert on measures is global.");
        change.at("properties.scopes").forEach(scope -> {
            boolean absent = change.world().find(scope.asText()).isEmpty();
            refuse(absent, "The scope '" + scope.asText() + "' does not exist.");
        });
        boolean many = change.at("properties.scopes").size() > 1;
        refuse(
                many
                        && (change.text("properties.targetResourceType").isEmpty()
                                || change.text("properties.targetResourceRegion")
                                        .isEmpty()),
                "An alert with several scopes names the type and the region of what it watches.");
        change.at("properties.actions").forEach(action -> {
            String id = action.path("actionGroupId").asText();
            boolean absent = change.world()
                    .find(id)
                    .filter(stored -> stored.is(ActionGroupRule.TYPE))
                    .isEmpty();
            refuse(absent, "The action group '" + id + "' does not exist.");
        });
        Duration every = Duration.parse(change.text("properties.evaluationFrequency"));
        Duration window = Duration.parse(change.text("properties.windowSize"));
        refuse(window.compareTo(every) < 0, "The window is not shorter than the time between two looks.");
        JsonNode criteria = change.at("properties.criteria");
        checkCriteria(criteria, criteria.path("odata.type").asText().contains("SingleResource"), many);
    }

    private static void checkCriteria(JsonNode criteria, boolean single, boolean many) {
        refuse(single && many, "Criteria for one resource have one scope.");
        refuse(criteria.path("allOf").isEmpty(), "An alert has criteria.");
        Set<String> names = new HashSet<>();
        for (JsonNode one : criteria.path("allOf")) {
            boolean dynamic = one.path("criterionType").asText().startsWith("Dynamic");
            refuse(!names.add(one.path("name").asText()), "Each of the criteria has a name of its own.");
            refuse(dynamic && single, "Dynamic thresholds take criteria for several resources.");
            refuse(!dynamic && !one.has("threshold"), "A static criterion has a threshold.");
            refuse(
                    dynamic
                            && (one.has("threshold")
                                    || !one.has("alertSensitivity")
                                    || one.at("/failingPeriods/minFailingPeriodsToAlert")
                                                    .asInt()
                                            > one.at("/failingPeriods/numberOfEvaluationPeriods")
                                                    .asInt()),
                    "A dynamic criterion has a sensitivity and periods, and no threshold.");
        }
        refuse(
                criteria.path("allOf").size() > 1 && criteria.toString().contains("DynamicThreshold"),
                "A dynamic criterion stands alone.");
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw Refusal.badRequest("BadRequest", message);
        }
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        Trees.at(shown, "properties.actions").forEach(action -> {
            if (!action.has("webHookProperties")) {
                ((ObjectNode) action).putObject("webHookProperties");
            }
        });
    }
}
