package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.cli.view.change.ComponentPath;
import dev.corbel.cli.view.graph.GraphModel;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A graph of what needs what as a document. */
public final class GraphDocument {
    private static final String FORMAT = "corbel-graph";
    private static final int VERSION = 1;

    private GraphDocument() {}

    /** The document of a graph, in the order of the graph. */
    public static String of(GraphModel graph, DocumentForm form) {
        return form.text(json -> {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("environment", graph.environment());
            json.writeArrayFieldStart("clusters");
            for (ComponentPath cluster : clusters(graph)) {
                cluster(cluster, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("nodes");
            for (GraphModel.Node node : graph.nodes()) {
                node(node, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("edges");
            for (GraphModel.Edge edge : graph.edges()) {
                json.writeStartObject();
                json.writeStringField("from", id(graph.nodes().get(edge.from())));
                json.writeStringField("to", id(graph.nodes().get(edge.to())));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static Set<ComponentPath> clusters(GraphModel graph) {
        Set<ComponentPath> clusters = new TreeSet<>();
        for (GraphModel.Node node : graph.nodes()) {
            ComponentPath path = node.path();
            while (!path.steps().isEmpty() && clusters.add(path)) {
                path = around(path);
            }
        }
        return clusters;
    }

    private static ComponentPath around(ComponentPath path) {
        return new ComponentPath(path.steps().subList(0, path.steps().size() - 1));
    }

    private static void cluster(ComponentPath cluster, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", cluster.address().qualified());
        json.writeStringField("kind", cluster.address().last().kind());
        json.writeStringField("label", cluster.address().last().label());
        within(around(cluster), json);
        json.writeEndObject();
    }

    private static void node(GraphModel.Node node, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id(node));
        json.writeStringField("address", node.address().toString());
        json.writeStringField("type", node.address().last().type());
        json.writeStringField("mode", node.address().isData() ? "data" : "managed");
        within(node.path(), json);
        if (node.kind().isPresent()) {
            json.writeStringField("action", node.kind().get().name().toLowerCase(Locale.ROOT));
        }
        json.writeEndObject();
    }

    private static void within(ComponentPath cluster, JsonGenerator json) throws IOException {
        if (!cluster.steps().isEmpty()) {
            json.writeStringField("cluster", cluster.address().qualified());
        }
    }

    private static String id(GraphModel.Node node) {
        return node.address().qualified();
    }
}
