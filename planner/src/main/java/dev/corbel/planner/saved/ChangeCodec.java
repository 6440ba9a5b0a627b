package dev.corbel.planner.saved;

import static dev.corbel.planner.saved.PlaceCodec.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The decisions of a plan in JSON. What is empty, false or nothing is left out. */
final class ChangeCodec {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int NO_CHANGE = -1;

    private ChangeCodec() {}

    static JsonNode write(ResourceChange change) {
        ObjectNode node = NODES.objectNode();
        node.set("address", PlaceCodec.write(change.address()));
        change.previousAddress().ifPresent(address -> node.set("previous_address", PlaceCodec.write(address)));
        change.deposedKey().ifPresent(key -> node.put("deposed", key));
        change.adoptedId().ifPresent(id -> node.put("adopted_id", id));
        node.put("provider", change.provider().provider());
        if (!change.provider().configuration().isEmpty()) {
            node.put("configuration", change.provider().configuration());
        }
        node.put("action", change.action().name());
        if (change.reason() != ActionReason.NONE) {
            node.put("reason", change.reason().name());
        }
        node.set("before", ValueCodec.write(change.before()));
        // Where nothing changes, it need not be there twice.
        if (!change.after().equals(change.before())) {
            node.set("after", ValueCodec.write(change.after()));
        }
        if (!change.replacePaths().isEmpty()) {
            ArrayNode paths = node.putArray("replace_paths");
            change.replacePaths().forEach(path -> paths.add(PlaceCodec.write(path)));
        }
        if (!change.dependencies().isEmpty()) {
            node.set("depends_on", PlaceCodec.writeAll(change.dependencies()));
        }
        if (change.createBeforeDestroy()) {
            node.put("create_before_destroy", true);
        }
        return node;
    }

    static ResourceChange change(JsonNode node) {
        JsonNode before = node.path("before");
        List<ValuePath> replacePaths = new ArrayList<>();
        node.path("replace_paths").forEach(path -> replacePaths.add(PlaceCodec.path(path)));
        return new ResourceChange(
                PlaceCodec.address(node.path("address")),
                Optional.ofNullable(node.get("previous_address")).map(PlaceCodec::address),
                optionalText(node, "deposed"),
                optionalText(node, "adopted_id"),
                new ProviderKey(
                        text(node.get("provider")),
                        optionalText(node, "configuration").orElse("")),
                Action.valueOf(text(node.get("action"))),
                optionalText(node, "reason").map(ActionReason::valueOf).orElse(ActionReason.NONE),
                ValueCodec.read(before),
                ValueCodec.read(node.has("after") ? node.path("after") : before),
                replacePaths,
                PlaceCodec.addresses(node.path("depends_on")),
                node.path("create_before_destroy").booleanValue());
    }

    static JsonNode write(Operation operation) {
        ObjectNode node = NODES.objectNode();
        node.put("kind", operation.kind().name());
        operation.address().ifPresent(address -> node.set("address", PlaceCodec.write(address)));
        operation.name().ifPresent(name -> node.put("name", name));
        if (operation.change() != NO_CHANGE) {
            node.put("change", operation.change());
        }
        operation.deposedKey().ifPresent(key -> node.put("deposed", key));
        if (!operation.after().isEmpty()) {
            ArrayNode after = node.putArray("after");
            operation.after().forEach(after::add);
        }
        return node;
    }

    static Operation operation(JsonNode node) {
        List<Integer> after = new ArrayList<>();
        node.path("after").forEach(number -> after.add(number.intValue()));
        return new Operation(
                Operation.Kind.valueOf(text(node.get("kind"))),
                Optional.ofNullable(node.get("address")).map(PlaceCodec::address),
                optionalText(node, "name"),
                node.path("change").asInt(NO_CHANGE),
                optionalText(node, "deposed"),
                after);
    }

    static JsonNode write(OutputChange output) {
        ObjectNode node = NODES.objectNode();
        node.put("name", output.name());
        node.set("before", ValueCodec.write(output.before()));
        node.set("after", ValueCodec.write(output.after()));
        return node.put("sensitive", output.sensitive());
    }

    static OutputChange output(JsonNode node) {
        return new OutputChange(
                text(node.get("name")),
                ValueCodec.read(node.path("before")),
                ValueCodec.read(node.path("after")),
                node.path("sensitive").booleanValue());
    }

    static JsonNode write(CheckResult check) {
        ObjectNode node = NODES.objectNode();
        check.name().ifPresent(name -> node.put("name", name));
        check.address().ifPresent(address -> node.set("address", PlaceCodec.write(address)));
        node.put("status", check.status().name());
        ArrayNode problems = node.putArray("problems");
        check.problems().forEach(problems::add);
        return node;
    }

    static CheckResult check(JsonNode node) {
        List<String> problems = new ArrayList<>();
        node.path("problems").forEach(problem -> problems.add(text(problem)));
        return new CheckResult(
                optionalText(node, "name"),
                Optional.ofNullable(node.get("address")).map(PlaceCodec::address),
                CheckResult.Status.valueOf(text(node.get("status"))),
                problems);
    }

    private static Optional<String> optionalText(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::textValue);
    }
}
