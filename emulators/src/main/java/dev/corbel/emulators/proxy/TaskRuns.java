package dev.corbel.emulators.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * Tasks of ECS that run once, of which moto says neither that they end nor how. A token starts one task, however often it is
 * sent. What a task does is up to the test.
 */
final class TaskRuns implements Layer {
    private static final class Run {
        private final String arn;
        private final String revision;
        private final int exitCode;
        private int looks;

        private Run(String arn, String revision, int exitCode) {
            this.arn = arn;
            this.revision = revision;
            this.exitCode = exitCode;
        }
    }

    private final Map<String, Run> byToken = new LinkedHashMap<>();
    private final Map<String, Run> byArn = new LinkedHashMap<>();
    private ToIntFunction<String> runner = TaskRuns::endWell;

    /** @param runner what a task of a revision, such as web:2, does; its result is the exit code */
    synchronized void runWith(ToIntFunction<String> runner) {
        this.runner = runner;
    }

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        if (!request.call().service().equals("ecs")) {
            return next.ask(request);
        }
        return switch (request.call().operation()) {
            case "RunTask" -> run(Json.read(request.text()));
            case "DescribeTasks" -> {
                Optional<ProxyResponse> own = describe(Json.read(request.text()));
                yield own.isPresent() ? own.get() : next.ask(request);
            }
            default -> next.ask(request);
        };
    }

    private static int endWell(String unused) {
        return 0;
    }

    private synchronized ProxyResponse run(JsonNode body) {
        String token = body.path("clientToken").asText(UUID.randomUUID().toString());
        Run run = byToken.computeIfAbsent(token, key -> {
            String revision = ServiceName.end(body.path("taskDefinition").asText());
            String arn = "arn:aws:ecs:eu-central-1:123456789012:task/%s/%s"
                    .formatted(
                            ServiceName.end(body.path("cluster").asText("default")),
                            UUID.randomUUID().toString().replace("-", ""));
            return new Run(arn, revision, runner.applyAsInt(revision));
        });
        byArn.put(run.arn, run);
        ObjectNode answer = Json.object();
        answer.putArray("tasks").add(shown(run));
        answer.putArray("failures");
        return ProxyResponse.json(answer.toString());
    }

    private synchronized Optional<ProxyResponse> describe(JsonNode body) {
        JsonNode asked = body.path("tasks");
        Run run = asked.size() == 1 ? byArn.get(asked.get(0).asText()) : null;
        if (run == null) {
            return Optional.empty();
        }
        run.looks++;
        ObjectNode answer = Json.object();
        answer.putArray("tasks").add(shown(run));
        answer.putArray("failures");
        return Optional.of(ProxyResponse.json(answer.toString()));
    }

    private static ObjectNode shown(Run run) {
        boolean ended = run.looks > 1;
        ObjectNode task = Json.object()
                .put("taskArn", run.arn)
                .put("taskDefinitionArn", run.revision)
                .put("desiredStatus", ended ? "STOPPED" : "RUNNING")
                .put("lastStatus", ended ? "STOPPED" : "RUNNING");
        ObjectNode container = task.putArray("containers").addObject().put("name", "setup");
        if (ended) {
            container.put("exitCode", run.exitCode);
            task.put("stoppedReason", "Essential container in task exited");
        }
        return task;
    }

    @Override
    public synchronized void reset() {
        byToken.clear();
        byArn.clear();
        runner = TaskRuns::endWell;
    }
}
