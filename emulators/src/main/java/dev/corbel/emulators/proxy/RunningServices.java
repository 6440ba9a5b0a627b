package dev.corbel.emulators.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/**
 * Shows services of ECS as running: moto starts no tasks, so its services stay pending for ever. Their deployment is that
 * of the revision that they have; moto keeps the first one in it.
 */
final class RunningServices implements Layer {
    private static final Set<String> SERVICES = Set.of("CreateService", "DescribeServices", "UpdateService");

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        ProxyResponse response = next.ask(request);
        if (!request.call().service().equals("ecs")
                || !SERVICES.contains(request.call().operation())
                || !response.isFine()) {
            return response;
        }
        ObjectNode answer = Json.read(response.text());
        answer.path("services").forEach(RunningServices::run);
        run(answer.path("service"));
        return response.withText(answer.toString());
    }

    private static void run(JsonNode service) {
        runAll(service);
        for (JsonNode deployment : service.path("deployments")) {
            runAll(deployment);
            if (deployment instanceof ObjectNode object) {
                object.put("rolloutState", "COMPLETED").put("failedTasks", 0);
                if (service.has("taskDefinition")) {
                    object.set("taskDefinition", service.get("taskDefinition"));
                }
            }
        }
    }

    private static void runAll(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("desiredCount")) {
            object.put("runningCount", object.path("desiredCount").asInt()).put("pendingCount", 0);
        }
    }
}
