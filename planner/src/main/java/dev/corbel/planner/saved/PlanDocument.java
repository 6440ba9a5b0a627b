package dev.corbel.planner.saved;

import static dev.corbel.planner.saved.PlaceCodec.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.corbel.planner.plan.ExecutionGraph;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A plan as lines of JSON: a head with everything small and the number of lines of each kind; then the state, the changes
 * of state, the changes of resources, drift, and operations. The same plan always gives the same lines.
 */
final class PlanDocument {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(1_000_000)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(1_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PlanDocument() {}

    static void write(SavedPlan plan, OutputStream target) throws IOException {
        List<List<StateChange>> state = StateLines.of(plan.stored());
        line(head(plan, state.size()), target);
        for (List<StateChange> changes : state) {
            line(StateLines.write(changes), target);
        }
        line(StateLines.write(plan.stateChanges()), target);
        lines(plan.changes(), ChangeCodec::write, target);
        lines(plan.drift(), ChangeCodec::write, target);
        lines(plan.operations().operations(), ChangeCodec::write, target);
    }

    private static JsonNode head(SavedPlan plan, int stateLines) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("engine", plan.origin().engineVersion());
        head.put("project", plan.origin().project());
        texts(plan.origin().providerVersions(), head.putObject("providers"));
        head.put("environment", plan.environment());
        head.put("lineage", plan.stored().lineage());
        head.put("serial", plan.stored().serial());
        head.put("created_at", plan.createdAt().toString());
        head.put("mode", plan.mode().name());
        head.put("complete", plan.complete());
        texts(plan.sources(), head.putObject("sources"));
        texts(plan.variables(), head.putObject("variables"));
        head.put("outline", plan.outline());
        array(plan.outputs(), ChangeCodec::write, head.putArray("outputs"));
        array(plan.checks(), ChangeCodec::write, head.putArray("checks"));
        array(plan.allowDestroy(), TextNode::valueOf, head.putArray("allow_destroy"));
        array(plan.diagnostics(), PlaceCodec::write, head.putArray("diagnostics"));
        head.put("state_lines", stateLines);
        head.put("change_lines", plan.changes().size());
        head.put("drift_lines", plan.drift().size());
        head.put("operation_lines", plan.operations().operations().size());
        return head;
    }

    /** The environment that a plan is for; reads its head alone. */
    static String readEnvironment(BufferedReader source) throws IOException {
        return text(node(source).get("environment"));
    }

    static SavedPlan read(BufferedReader source) throws IOException {
        JsonNode head = node(source);
        StateLines states = new StateLines();
        List<List<StateChange>> state = new ArrayList<>();
        for (int i = 0; i < head.path("state_lines").intValue(); i++) {
            state.add(states.read(bytes(source)));
        }
        State stored = StateLines.build(
                text(head.get("environment")),
                text(head.get("lineage")),
                head.path("serial").longValue(),
                state);
        List<StateChange> stateChanges = states.read(bytes(source));
        return new SavedPlan(
                new PlanOrigin(text(head.get("engine")), texts(head.path("providers")), text(head.get("project"))),
                texts(head.path("sources")),
                texts(head.path("variables")),
                head.path("outline").asText(""),
                Instant.parse(text(head.get("created_at"))),
                PlanMode.valueOf(text(head.get("mode"))),
                stored,
                stateChanges,
                lines(source, head.path("change_lines").intValue(), ChangeCodec::change),
                lines(source, head.path("drift_lines").intValue(), ChangeCodec::change),
                array(head.path("outputs"), ChangeCodec::output),
                array(head.path("checks"), ChangeCodec::check),
                new ExecutionGraph(lines(source, head.path("operation_lines").intValue(), ChangeCodec::operation)),
                head.path("complete").booleanValue(),
                array(head.path("allow_destroy"), PlaceCodec::text),
                array(head.path("diagnostics"), PlaceCodec::diagnostic));
    }

    private static <T> void lines(List<T> elements, Function<T, JsonNode> codec, OutputStream target)
            throws IOException {
        for (T element : elements) {
            line(codec.apply(element), target);
        }
    }

    private static void line(JsonNode node, OutputStream target) throws IOException {
        line(MAPPER.writeValueAsBytes(node), target);
    }

    private static void line(byte[] json, OutputStream target) throws IOException {
        target.write(json);
        target.write('\n');
    }

    private static <T> List<T> lines(BufferedReader source, int count, Function<JsonNode, T> codec) throws IOException {
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(codec.apply(node(source)));
        }
        return elements;
    }

    private static JsonNode node(BufferedReader source) throws IOException {
        return MAPPER.readTree(bytes(source));
    }

    private static byte[] bytes(BufferedReader source) throws IOException {
        String line = source.readLine();
        if (line == null) {
            throw new EOFException("it ends too early");
        }
        return line.getBytes(UTF_8);
    }

    private static <T> void array(List<T> elements, Function<T, JsonNode> codec, ArrayNode target) {
        elements.forEach(element -> target.add(codec.apply(element)));
    }

    private static <T> List<T> array(JsonNode node, Function<JsonNode, T> codec) {
        List<T> elements = new ArrayList<>();
        node.forEach(element -> elements.add(codec.apply(element)));
        return elements;
    }

    private static void texts(Map<String, String> texts, ObjectNode target) {
        texts.forEach(target::put);
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.properties().forEach(entry -> texts.put(entry.getKey(), text(entry.getValue())));
        return texts;
    }
}
