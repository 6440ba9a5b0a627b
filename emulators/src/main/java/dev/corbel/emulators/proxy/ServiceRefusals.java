package dev.corbel.emulators.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses what ECS refuses of services and moto takes: a revision that is inactive, and rebalancing over the zones where no
 * task may run beyond those that are wanted. It remembers the rebalancing, of which moto knows nothing.
 */
final class ServiceRefusals implements Layer {
    private static final Set<String> CALLS = Set.of("CreateService", "UpdateService", "DescribeServices");
    private static final String REBALANCING = "availabilityZoneRebalancing";
    private static final String ENABLED = "ENABLED";

    private record Spread(String rebalancing, int maximumPercent) {
        private boolean isImpossible() {
            return rebalancing.equals(ENABLED) && maximumPercent <= 100;
        }
    }

    private final Map<ServiceName, Spread> spreads = new ConcurrentHashMap<>();

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        String operation = request.call().operation();
        if (!request.call().service().equals("ecs") || !CALLS.contains(operation)) {
            return next.ask(request);
        }
        if (operation.equals("DescribeServices")) {
            return shown(request, next.ask(request));
        }
        ObjectNode body = Json.read(request.text());
        if (isInactive(request, body.path("taskDefinition").asText(), next)) {
            return ProxyResponse.error(request, 400, "ClientException", "TaskDefinition is inactive");
        }
        ServiceName name = ServiceName.of(request, body);
        Spread spread = operation.equals("CreateService") ? created(body) : updated(name, body);
        if (spread.isImpossible()) {
            // The code is ECS's; its words are known to nobody here.
            return ProxyResponse.error(
                    request,
                    400,
                    "InvalidParameterException",
                    "Availability Zone rebalancing needs a maximumPercent of more than 100");
        }
        ProxyResponse response = next.ask(request);
        if (response.isFine()) {
            spreads.put(name, spread);
        }
        return shown(request, response);
    }

    private static boolean isInactive(ProxyRequest request, String revision, Next next) throws IOException {
        if (revision.isEmpty()) {
            return false;
        }
        String question = Json.object().put("taskDefinition", revision).toString();
        ProxyResponse answer = next.ask(request.calling("DescribeTaskDefinition", question));
        return answer.isFine()
                && Json.read(answer.text())
                        .path("taskDefinition")
                        .path("status")
                        .asText()
                        .equals("INACTIVE");
    }

    /** Since September 2025 a new service has it where it can. */
    private static Spread created(JsonNode body) {
        boolean daemon = body.path("schedulingStrategy").asText().equals("DAEMON");
        int maximum = maximum(body, daemon ? 100 : 200);
        return new Spread(body.path(REBALANCING).asText(maximum > 100 ? ENABLED : "DISABLED"), maximum);
    }

    private Spread updated(ServiceName name, JsonNode body) {
        Spread before = spreads.getOrDefault(name, new Spread("DISABLED", 200));
        return new Spread(body.path(REBALANCING).asText(before.rebalancing()), maximum(body, before.maximumPercent()));
    }

    private static int maximum(JsonNode body, int otherwise) {
        return body.path("deploymentConfiguration").path("maximumPercent").asInt(otherwise);
    }

    private ProxyResponse shown(ProxyRequest request, ProxyResponse response) throws IOException {
        if (!response.isFine()) {
            return response;
        }
        ObjectNode answer = Json.read(response.text());
        answer.path("services").forEach(service -> show(request, service));
        show(request, answer.path("service"));
        return response.withText(answer.toString());
    }

    private void show(ProxyRequest request, JsonNode service) {
        Spread spread = spreads.get(ServiceName.shown(request, service));
        if (spread != null && service instanceof ObjectNode object) {
            object.put(REBALANCING, spread.rebalancing());
        }
    }

    @Override
    public void reset() {
        spreads.clear();
    }
}
