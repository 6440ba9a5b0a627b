package dev.corbel.emulators.arm.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads and changes trees of JSON by dotted paths such as {@code properties.addressSpace}. */
public final class Trees {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern DOT = Pattern.compile("\\.");

    private Trees() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Reads a text.
     *
     * @throws IOException where it is no JSON
     */
    public static JsonNode read(byte[] text) throws IOException {
        JsonNode node = MAPPER.readTree(text);
        return node == null ? MissingNode.getInstance() : node;
    }

    /** The text of a tree, in one line. */
    public static byte[] write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The node at a path; a missing node where there is none. */
    public static JsonNode at(JsonNode tree, String path) {
        JsonNode node = tree;
        for (String name : names(path)) {
            node = node.path(name);
        }
        return node;
    }

    /** Puts a value at a path, and makes the objects that lead there. */
    public static void set(ObjectNode tree, String path, JsonNode value) {
        List<String> names = names(path);
        ObjectNode node = tree;
        for (String name : names.subList(0, names.size() - 1)) {
            node = node.path(name) instanceof ObjectNode object ? object : node.putObject(name);
        }
        node.set(names.get(names.size() - 1), value);
    }

    /** Puts a text at a path. */
    public static void set(ObjectNode tree, String path, String text) {
        set(tree, path, tree.textNode(text));
    }

    /** Takes away what is at a path, and gives it; a missing node where there was none. */
    public static JsonNode remove(ObjectNode tree, String path) {
        List<String> names = names(path);
        JsonNode node = tree;
        for (String name : names.subList(0, names.size() - 1)) {
            node = node.path(name);
        }
        JsonNode removed = node instanceof ObjectNode object ? object.remove(names.get(names.size() - 1)) : null;
        return removed == null ? MissingNode.getInstance() : removed;
    }

    /** Puts all values of one tree into another; objects in both are joined. */
    public static void overlay(ObjectNode tree, ObjectNode over) {
        for (Map.Entry<String, JsonNode> field : over.properties()) {
            if (field.getValue() instanceof ObjectNode object && tree.path(field.getKey()) instanceof ObjectNode own) {
                overlay(own, object);
            } else {
                tree.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    /** Puts into a tree what it lacks. A null counts as lacking, since ARM takes it for no value. */
    public static void complete(ObjectNode tree, ObjectNode defaults) {
        for (Map.Entry<String, JsonNode> field : defaults.properties()) {
            JsonNode own = tree.path(field.getKey());
            if (own instanceof ObjectNode object && field.getValue() instanceof ObjectNode other) {
                complete(object, other);
            } else if (own.isMissingNode() || own.isNull()) {
                tree.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    /** Changes a tree as a merge patch says: a null takes away, objects are joined, everything else replaces. */
    public static void patch(ObjectNode tree, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            if (field.getValue().isNull()) {
                tree.remove(field.getKey());
            } else if (field.getValue() instanceof ObjectNode object) {
                patch(
                        tree.path(field.getKey()) instanceof ObjectNode own ? own : tree.putObject(field.getKey()),
                        object);
            } else {
                tree.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    /** Whether two values are the same but for the case of texts, as ids, names of regions and enumerations are. */
    public static boolean same(JsonNode one, JsonNode other) {
        return one.equals(other) || one.toString().equalsIgnoreCase(other.toString());
    }

    /** The texts of a list. */
    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(text -> texts.add(text.textValue()));
        return List.copyOf(texts);
    }

    /** The texts of an object, by name. */
    static Map<String, String> texts(JsonNode node, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.path(name)
                .properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().textValue()));
        return texts;
    }

    private static List<String> names(String path) {
        return List.of(DOT.split(path, -1));
    }
}
