package dev.corbel.emulators.proxy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Tags of Application Auto Scaling's targets, which moto takes on creation and then forgets. */
final class ScalingTags implements Layer {
    private final Map<String, Map<String, String>> tags = new HashMap<>();

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        if (!request.call().service().equals("application-autoscaling")) {
            return next.ask(request);
        }
        return switch (request.call().operation()) {
            case "RegisterScalableTarget" -> register(request, next.ask(request));
            case "TagResource" -> tag(Json.read(request.text()));
            case "UntagResource" -> untag(Json.read(request.text()));
            case "ListTagsForResource" -> list(Json.read(request.text()));
            default -> next.ask(request);
        };
    }

    private ProxyResponse register(ProxyRequest request, ProxyResponse response) throws IOException {
        if (response.isFine()) {
            ObjectNode body = Json.read(request.text());
            body.set("ResourceARN", Json.read(response.text()).path("ScalableTargetARN"));
            tag(body);
        }
        return response;
    }

    private synchronized Map<String, String> of(ObjectNode body) {
        return tags.computeIfAbsent(body.path("ResourceARN").asText(), arn -> new TreeMap<>());
    }

    private synchronized ProxyResponse tag(ObjectNode body) {
        Map<String, String> all = of(body);
        body.path("Tags")
                .properties()
                .forEach(tag -> all.put(tag.getKey(), tag.getValue().asText()));
        return ProxyResponse.json("{}");
    }

    private synchronized ProxyResponse untag(ObjectNode body) {
        Map<String, String> all = of(body);
        body.path("TagKeys").forEach(key -> all.remove(key.asText()));
        return ProxyResponse.json("{}");
    }

    private synchronized ProxyResponse list(ObjectNode body) {
        ObjectNode answer = Json.object();
        ObjectNode shown = answer.putObject("Tags");
        of(body).forEach(shown::put);
        return ProxyResponse.json(answer.toString());
    }

    @Override
    public synchronized void reset() {
        tags.clear();
    }
}
