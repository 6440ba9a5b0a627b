package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Policy documents of IAM. Beyond what is true of all JSON, one element and a list of that element mean the same, lists
 * have no order, numbers and booleans may be written as texts, and an account stands for its root.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">the grammar</a>
 */
public final class PolicyText {
    /** The one form of a policy, whatever its words; a text that is no JSON stands for itself. */
    public static final NormalForm FORM = value -> value instanceof StringValue text
            ? JsonText.parse(text.value()).map(PolicyText::plain).orElse(value)
            : value;

    private static final Pattern ROOT = Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):root");

    private PolicyText() {}

    /** Whether two policies allow and deny the same in the same words. */
    public static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Optional<Value> parsed = JsonText.parse(one).map(PolicyText::plain);
        return parsed.isPresent() && parsed.equals(JsonText.parse(other).map(PolicyText::plain));
    }

    private static Value plain(Value value) {
        if (value instanceof MapValue map) {
            Map<String, Value> entries = new LinkedHashMap<>();
            map.entries()
                    .forEach((name, entry) ->
                            entries.put(name, name.equals("AWS") ? plain(withoutRoots(entry)) : plain(entry)));
            return new MapValue(entries);
        }
        if (value instanceof ListValue list) {
            List<Value> elements = list.elements().stream()
                    .map(PolicyText::plain)
                    .sorted(Comparator.comparing(PolicyText::sortKey))
                    .distinct()
                    .toList();
            return elements.size() == 1 ? elements.get(0) : new ListValue(elements);
        }
        return value instanceof BooleanValue || value instanceof NumberValue ? Value.of(value.toString()) : value;
    }

    /** Maps with the same entries have the same key, in whatever order they came. */
    private static String sortKey(Value value) {
        if (value instanceof MapValue map) {
            StringBuilder key = new StringBuilder("{");
            map.entries().keySet().stream().sorted().forEach(name -> key.append(name)
                    .append('=')
                    .append(sortKey(map.get(name)))
                    .append(';'));
            return key.append('}').toString();
        }
        return value.toString();
    }

    private static Value withoutRoots(Value principal) {
        if (principal instanceof ListValue list) {
            return new ListValue(
                    list.elements().stream().map(PolicyText::withoutRoots).toList());
        }
        if (principal instanceof StringValue text) {
            Matcher root = ROOT.matcher(text.value());
            return root.matches() ? Value.of(root.group(1)) : principal;
        }
        return principal;
    }
}
