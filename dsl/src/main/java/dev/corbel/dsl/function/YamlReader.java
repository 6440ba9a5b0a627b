package dev.corbel.dsl.function;

import dev.corbel.dsl.function.Arguments.WrongArgumentException;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a YAML document as Terraform does, which takes words and times by rules of its own. */
final class YamlReader {
    /** So many values can no document of a sensible size hold by itself. */
    private static final int MAX_VALUES = 1_000_000;

    private static final Set<String> TRUE =
            Set.of("true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("false", "False", "FALSE", "n", "N", "no", "No", "NO", "off", "Off", "OFF");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.\\d+|\\d+(\\.\\d*)?)([eE][-+]?\\d{1,4})?");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final String TAGS = "tag:yaml.org,2002:";

    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;

    private YamlReader() {}

    static Value read(Arguments given) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            Node root = new Yaml(options).compose(new StringReader(given.text(0)));
            if (root == null) {
                throw new WrongArgumentException("The text has no YAML document");
            }
            return new YamlReader().value(root);
        } catch (MarkedYAMLException wrong) {
            throw at(wrong.getProblemMark(), wrong.getProblem(), wrong);
        } catch (YAMLException wrong) {
            throw new WrongArgumentException("The text is no YAML: " + wrong.getMessage(), wrong);
        }
    }

    private static WrongArgumentException at(Mark mark, String problem, Throwable cause) {
        return new WrongArgumentException(
                "The text is no YAML that can be read, line " + (mark.getLine() + 1) + ", column "
                        + (mark.getColumn() + 1) + ": " + problem,
                cause);
    }

    private static WrongArgumentException at(Node node, String problem) {
        return at(node.getStartMark(), problem, new IllegalArgumentException(problem));
    }

    private Value value(Node node) {
        if (++values > MAX_VALUES) {
            throw at(node, "its aliases stand for more than a million values");
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        if (!open.add(node)) {
            throw at(node, "an anchor is used inside of what it names");
        }
        Value value = node instanceof SequenceNode list ? list(list) : map((MappingNode) node);
        open.remove(node);
        return value;
    }

    private Value list(SequenceNode node) {
        requireTag(node, Tag.SEQ);
        List<Value> elements = new ArrayList<>();
        node.getValue().forEach(element -> elements.add(value(element)));
        return Value.list(elements);
    }

    private Value map(MappingNode node) {
        requireTag(node, Tag.MAP);
        Map<String, Value> entries = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            Node key = entry.getKeyNode();
            if (isMerge(key)) {
                if (!(value(entry.getValueNode()) instanceof MapValue more)) {
                    throw at(entry.getValueNode(), "only a map can be merged into a map");
                }
                entries.putAll(more.entries());
            } else {
                entries.put(key(key), value(entry.getValueNode()));
            }
        }
        return Value.map(entries);
    }

    private static boolean isMerge(Node key) {
        return key instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getValue().equals("<<");
    }

    private String key(Node node) {
        Value key = node instanceof ScalarNode ? value(node) : Value.ofNull();
        if (key.isNull()) {
            throw at(node, "a key is no text");
        }
        return key.toString();
    }

    private static void requireTag(Node node, Tag tag) {
        if (!node.getTag().equals(tag)) {
            throw at(node, "the tag \"" + node.getTag().getValue() + "\" is not known here");
        }
    }

    private static Value scalar(ScalarNode node) {
        String text = node.getValue();
        boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
        String tag = node.getTag().getValue();
        if (!tag.startsWith(TAGS)) {
            throw at(node, "the tag \"" + tag + "\" is not known here");
        }
        if (isTagged(node) && plain) {
            return tagged(node, text, tag.substring(TAGS.length()));
        }
        return plain
                ? plain(text).orElseThrow(() -> at(node, text + " is no number that can be kept"))
                : Value.of(text);
    }

    /** Tells whether the tag was written, and is not what the parser took the scalar for. */
    private static boolean isTagged(ScalarNode node) {
        return !node.getStartMark().get_snippet(0, Integer.MAX_VALUE).isEmpty()
                && node.getStartMark().getBuffer()[node.getStartMark().getPointer()] == '!';
    }

    private static Value tagged(ScalarNode node, String text, String type) {
        if (type.equals("str") || type.equals("binary")) {
            return Value.of(text);
        }
        Value value = plain(text).orElseThrow(() -> at(node, text + " is no number that can be kept"));
        boolean fits =
                switch (type) {
                    case "int", "float" -> value instanceof NumberValue;
                    case "bool" -> value instanceof BooleanValue;
                    case "null" -> value.isNull();
                    case "timestamp" ->
                        value instanceof StringValue written && !written.value().equals(text);
                    default -> throw at(node, "the tag \"!!" + type + "\" is not known here");
                };
        if (!fits) {
            throw at(node, "\"" + text + "\" is no !!" + type);
        }
        return value;
    }

    /** The meaning of a text without quotes; empty where it is an infinite number. */
    private static Optional<Value> plain(String text) {
        if (NO_NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        if (NULL.contains(text)) {
            return Optional.of(Value.ofNull());
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return Optional.of(Value.of(TRUE.contains(text)));
        }
        if (NUMBER.matcher(text).matches()) {
            return number(new BigDecimal(text.startsWith("+") ? text.substring(1) : text));
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return number(new BigDecimal(new BigInteger(text.substring(2), 16)));
        }
        if (OCTAL.matcher(text).matches()) {
            return number(new BigDecimal(new BigInteger(text.substring(2), 8)));
        }
        return Optional.of(Value.of(Times.normal(text).orElse(text)));
    }

    private static Optional<Value> number(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        try {
            return Optional.of(Value.of(plain));
        } catch (IllegalArgumentException tooLarge) {
            return Optional.empty();
        }
    }
}
