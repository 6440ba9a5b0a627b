package dev.corbel.emulators.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Has the tasks of services, of which moto starts none. A deployment starts the new ones at once: as in ECS, tasks that were
 * told to stop are counted no more, but exist until they were looked at a few times.
 */
final class ServiceTasks implements Layer {
    /** The states of a task that was told to stop, a look further each. */
    private static final List<String> ENDING = List.of("DEACTIVATING", "STOPPING", "DEPROVISIONING", "STOPPED");

    private static final String RUNNING = "RUNNING";

    private static final class Task {
        private final ServiceName service;
        private final String revision;
        private final String arn;
        private boolean stopping;
        private int looks;

        private Task(ServiceName service, String revision) {
            this.service = service;
            this.revision = revision;
            this.arn = "arn:aws:ecs:" + service.region() + ":123456789012:task/" + service.cluster() + "/"
                    + UUID.randomUUID().toString().replace("-", "");
        }

        private String status() {
            return stopping ? ENDING.get(Math.min(looks, ENDING.size() - 1)) : RUNNING;
        }

        private boolean isThere() {
            return !status().equals("STOPPED");
        }

        private void look() {
            if (stopping) {
                looks++;
            }
        }
    }

    private final List<Task> tasks = new ArrayList<>();
    private final List<TaskStart> starts = new ArrayList<>();

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        if (!request.call().service().equals("ecs")) {
            return next.ask(request);
        }
        ObjectNode body = Json.read(request.text());
        return switch (request.call().operation()) {
            case "ListTasks" -> list(request, body);
            case "DescribeTasks" -> describe(body);
            case "CreateService", "UpdateService", "DeleteService" -> followed(request, body, next.ask(request));
            default -> next.ask(request);
        };
    }

    private ProxyResponse followed(ProxyRequest request, JsonNode body, ProxyResponse response) throws IOException {
        if (response.isFine()) {
            follow(request, body, Json.read(response.text()).path("service"));
        }
        return response;
    }

    private synchronized void follow(ProxyRequest request, JsonNode body, JsonNode answer) {
        ServiceName service = ServiceName.of(request, body);
        boolean goes = request.call().operation().equals("DeleteService");
        String revision = ServiceName.end(answer.path("taskDefinition").asText());
        List<Task> running = tasks.stream()
                .filter(task -> task.service.equals(service) && !task.stopping)
                .toList();
        boolean anew = body.path("forceNewDeployment").asBoolean();
        List<Task> current = running.stream()
                .filter(task -> !anew && task.revision.equals(revision))
                .toList();
        int wanted = goes ? 0 : answer.path("desiredCount").asInt();
        running.stream().filter(task -> !current.contains(task)).forEach(task -> task.stopping = true);
        current.stream().skip(wanted).forEach(task -> task.stopping = true);
        for (int count = current.size(); count < wanted; count++) {
            start(service, revision);
        }
    }

    private void start(ServiceName service, String revision) {
        starts.add(new TaskStart(
                revision,
                tasks.stream()
                        .filter(task -> task.isThere()
                                && task.service.region().equals(service.region())
                                && task.service.cluster().equals(service.cluster()))
                        .map(task -> task.revision)
                        .distinct()
                        .sorted()
                        .toList()));
        tasks.add(new Task(service, revision));
    }

    private synchronized ProxyResponse list(ProxyRequest request, JsonNode body) {
        boolean stopping = body.path("desiredStatus").asText(RUNNING).equals("STOPPED");
        String cluster = ServiceName.end(body.path("cluster").asText("default"));
        String name = ServiceName.end(body.path("serviceName").asText());
        ObjectNode answer = Json.object();
        ArrayNode arns = answer.putArray("taskArns");
        tasks.stream()
                .filter(task -> task.stopping == stopping
                        && task.service.region().equals(request.region())
                        && task.service.cluster().equals(cluster)
                        && (name.isEmpty() || task.service.service().equals(name)))
                .forEach(task -> arns.add(task.arn));
        return ProxyResponse.json(answer.toString());
    }

    private synchronized ProxyResponse describe(JsonNode body) {
        Set<String> asked = new HashSet<>();
        body.path("tasks").forEach(arn -> asked.add(arn.asText()));
        ObjectNode answer = Json.object();
        ArrayNode shown = answer.putArray("tasks");
        answer.putArray("failures");
        tasks.stream().filter(task -> asked.contains(task.arn)).forEach(task -> {
            shown.addObject()
                    .put("taskArn", task.arn)
                    .put("taskDefinitionArn", task.revision)
                    .put("group", "service:" + task.service.service())
                    .put("desiredStatus", task.stopping ? "STOPPED" : RUNNING)
                    .put("lastStatus", task.status());
            task.look();
        });
        return ProxyResponse.json(answer.toString());
    }

    synchronized List<String> running() {
        return tasks.stream()
                .filter(task -> !task.stopping)
                .map(task -> task.revision)
                .toList();
    }

    synchronized List<TaskStart> starts() {
        return List.copyOf(starts);
    }

    @Override
    public synchronized void reset() {
        tasks.clear();
        starts.clear();
    }
}
