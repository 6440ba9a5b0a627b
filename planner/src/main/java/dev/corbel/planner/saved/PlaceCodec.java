package dev.corbel.planner.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.Severity;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses, paths, places in files and the problems there, in JSON. */
final class PlaceCodec {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlaceCodec() {}

    /** An array of steps, each of kind, label and key as far as there are any. */
    static JsonNode write(Address address) {
        ArrayNode steps = NODES.arrayNode();
        for (Step step : address.steps()) {
            ArrayNode parts = steps.addArray().add(step.kind()).add(step.label());
            if (step.key() != null) {
                parts.add(step.key());
            }
        }
        return steps;
    }

    static Address address(JsonNode node) {
        List<Step> steps = new ArrayList<>();
        node.forEach(
                parts -> steps.add(new Step(text(parts.get(0)), textOrNull(parts.get(1)), textOrNull(parts.get(2)))));
        return new Address(steps);
    }

    static JsonNode writeAll(List<Address> addresses) {
        ArrayNode all = NODES.arrayNode();
        addresses.forEach(address -> all.add(write(address)));
        return all;
    }

    static List<Address> addresses(JsonNode node) {
        List<Address> all = new ArrayList<>();
        node.forEach(address -> all.add(address(address)));
        return all;
    }

    static JsonNode write(ValuePath path) {
        ArrayNode steps = NODES.arrayNode();
        for (ValuePath.Step step : path.steps()) {
            if (step instanceof ValuePath.Name name) {
                steps.add(name.name());
            } else if (step instanceof ValuePath.Index index) {
                steps.add(index.index());
            }
        }
        return steps;
    }

    static ValuePath path(JsonNode node) {
        List<ValuePath.Step> steps = new ArrayList<>();
        node.forEach(step -> steps.add(
                step.isTextual() ? new ValuePath.Name(step.textValue()) : new ValuePath.Index(step.intValue())));
        return new ValuePath(steps);
    }

    static ObjectNode write(Diagnostic diagnostic) {
        ObjectNode node = NODES.objectNode();
        node.put("severity", diagnostic.severity().name());
        node.put("summary", diagnostic.summary());
        node.put("detail", diagnostic.detail());
        diagnostic.address().ifPresent(address -> node.set("address", write(address)));
        diagnostic.range().ifPresent(range -> node.set("range", write(range)));
        diagnostic.hint().ifPresent(hint -> node.put("hint", hint));
        return node;
    }

    static Diagnostic diagnostic(JsonNode node) {
        return new Diagnostic(
                Severity.valueOf(text(node.get("severity"))),
                text(node.get("summary")),
                text(node.get("detail")),
                Optional.ofNullable(node.get("address")).map(PlaceCodec::address),
                Optional.ofNullable(node.get("range")).map(PlaceCodec::range),
                Optional.ofNullable(node.get("hint")).map(JsonNode::textValue));
    }

    private static JsonNode write(SourceRange range) {
        return NODES.arrayNode()
                .add(range.file())
                .add(range.line())
                .add(range.column())
                .add(range.endLine())
                .add(range.endColumn());
    }

    private static SourceRange range(JsonNode node) {
        return new SourceRange(
                text(node.get(0)),
                node.get(1).intValue(),
                node.get(2).intValue(),
                node.get(3).intValue(),
                node.get(4).intValue());
    }

    /** The text; an {@link IllegalArgumentException} where there is none. */
    static String text(@Nullable JsonNode node) {
        String text = textOrNull(node);
        if (text == null) {
            throw new IllegalArgumentException("a text is missing");
        }
        return text;
    }

    private static @Nullable String textOrNull(@Nullable JsonNode node) {
        return node == null ? null : node.textValue();
    }
}
