package dev.corbel.dsl.variable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.io.StringReader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Puts in place of aliases what they stand for, and of merge keys what they bring in, within limits. A tag, which would
 * choose a class or a type, is an error.
 */
final class YamlAliases {
    /** So many values can a file of some bytes not hold by itself. */
    private static final int MAX_VALUES = 1_000_000;

    private static final String MERGE = "<<";

    private final String file;
    private final ObjectMapper plain;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;

    private YamlAliases(String file, ObjectMapper plain) {
        this.file = file;
        this.plain = plain;
    }

    /** Tells whether the text may have what this class is for. */
    static boolean concern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('!') >= 0 || text.indexOf('&') >= 0 || text.contains(MERGE);
    }

    /**
     * The whole file.
     *
     * @param text right as YAML otherwise
     * @param plain reads single values
     */
    static JsonNode resolved(String file, String text, ObjectMapper plain) throws JsonProcessingException {
        return new YamlAliases(file, plain).read(text);
    }

    private JsonNode read(String text) throws JsonProcessingException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(Integer.MAX_VALUE);
        Yaml yaml = new Yaml(new SafeConstructor(options));
        try {
            for (Event event : yaml.parse(new StringReader(text))) {
                refuseTag(event);
            }
            Node root = yaml.compose(new StringReader(text));
            return root == null ? JsonNodeFactory.instance.missingNode() : value(root);
        } catch (MarkedYAMLException wrong) {
            throw problem("has an alias without an anchor", wrong.getProblemMark());
        } catch (YAMLException tooMany) {
            throw problem(
                    "has more than " + options.getMaxAliasesForCollections() + " aliases of lists and maps", null);
        }
    }

    private void refuseTag(Event event) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
        if (tag != null) {
            throw problem("has a tag, which values cannot have", event.getStartMark());
        }
    }

    private JsonNode value(Node node) throws JsonProcessingException {
        values++;
        if (values > MAX_VALUES) {
            throw problem("has aliases that bring in more than " + MAX_VALUES + " values", node.getStartMark());
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getScalarStyle() == ScalarStyle.PLAIN
                            && !scalar.getValue().isEmpty()
                    ? single(scalar.getValue())
                    : scalar.getScalarStyle() == ScalarStyle.PLAIN
                            ? JsonNodeFactory.instance.nullNode()
                            : JsonNodeFactory.instance.textNode(scalar.getValue());
        }
        if (!open.add(node)) {
            throw problem("has an alias that contains itself", node.getStartMark());
        }
        JsonNode value = node instanceof SequenceNode list ? elements(list) : entries((MappingNode) node);
        open.remove(node);
        return value;
    }

    /** A text without quotes: a number, a boolean, null or a text, as everywhere in the file. */
    private JsonNode single(String text) throws JsonProcessingException {
        return text.indexOf('\n') >= 0 ? JsonNodeFactory.instance.textNode(text) : plain.readTree(text);
    }

    private ArrayNode elements(SequenceNode list) throws JsonProcessingException {
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        for (Node element : list.getValue()) {
            elements.add(value(element));
        }
        return elements;
    }

    /** The entries of a map; what it says itself wins over what it merges, and earlier merges over later ones. */
    private ObjectNode entries(MappingNode map) throws JsonProcessingException {
        ObjectNode entries = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : map.getValue()) {
            if (!isMerge(tuple)) {
                String key = key(tuple.getKeyNode());
                if (entries.has(key)) {
                    throw problem("has a key twice", tuple.getKeyNode().getStartMark());
                }
                entries.set(key, value(tuple.getValueNode()));
            }
        }
        for (NodeTuple tuple : map.getValue()) {
            if (isMerge(tuple)) {
                Node merged = tuple.getValueNode();
                for (Node one : merged instanceof SequenceNode many ? many.getValue() : List.of(merged)) {
                    merge(one, entries);
                }
            }
        }
        return entries;
    }

    private void merge(Node merged, ObjectNode entries) throws JsonProcessingException {
        if (!(value(merged) instanceof ObjectNode others)) {
            throw problem("merges something that is no map", merged.getStartMark());
        }
        others.properties().forEach(entry -> {
            if (!entries.has(entry.getKey())) {
                entries.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static boolean isMerge(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode key && key.getTag().equals(Tag.MERGE);
    }

    private String key(Node key) {
        if (key instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw problem("has a key that is no text", key.getStartMark());
    }

    private DiagnosticsException problem(String what, @Nullable Mark mark) {
        return new DiagnosticsException(Diagnostic.error(
                        "The variable file " + file + " " + what,
                        "Aliases and merge keys stand for what their anchors name; tags and loops have no meaning here.")
                .at(mark == null ? null : SourceRange.at(file, mark.getLine() + 1, mark.getColumn() + 1)));
    }
}
