package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of the ids of a type: text, with the names of attributes in braces. One at the beginning is an id itself, all others
 * are names.
 */
public final class IdTemplate {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");
    private static final String SUBSCRIPTION = "subscription";

    private final String text;
    private final List<String> variables;
    private final Pattern form;

    /** A form such as <code>{scope}/providers/Microsoft.Authorization/locks/{name}</code>. */
    public IdTemplate(String text) {
        this.text = text;
        List<String> found = new ArrayList<>();
        StringBuilder expression = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            expression.append(Pattern.quote(text.substring(end, matcher.start())));
            expression.append(matcher.start() == 0 ? "(/.+)" : "([^/]+)");
            found.add(matcher.group(1));
            end = matcher.end();
        }
        expression.append(Pattern.quote(text.substring(end)));
        variables = List.copyOf(found);
        form = Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE);
    }

    /** The attributes that an id consists of. */
    public List<String> attributes() {
        return variables.stream().filter(name -> !name.equals(SUBSCRIPTION)).toList();
    }

    /** The id of an object; empty where a part of it is not known. */
    public Optional<String> id(MapValue attributes, String subscription) {
        StringBuilder id = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            Optional<String> value = matcher.group(1).equals(SUBSCRIPTION)
                    ? Optional.of(subscription)
                    : attributes.text(matcher.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            id.append(text.substring(end, matcher.start()))
                    .append(matcher.start() == 0 ? ArmSpelling.of(value.get()) : value.get());
            end = matcher.end();
        }
        return Optional.of(id.append(text.substring(end)).toString());
    }

    /** The attributes of an id in any case; empty where it is no id of this form. */
    public Optional<MapValue> parse(String id) {
        Matcher matcher = form.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, Value> attributes = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            if (!variables.get(i).equals(SUBSCRIPTION)) {
                attributes.put(variables.get(i), Value.of(spelled(matcher, i)));
            }
        }
        return Optional.of(new MapValue(attributes));
    }

    private String spelled(Matcher matcher, int index) {
        String value = matcher.group(index + 1);
        return value.startsWith("/") ? ArmSpelling.of(value) : value;
    }

    /** The id in the spelling of this form. */
    public String spelled(String id) {
        Matcher matcher = form.matcher(id);
        if (!matcher.matches()) {
            return ArmSpelling.of(id);
        }
        StringBuilder spelled = new StringBuilder();
        Matcher variable = VARIABLE.matcher(text);
        int end = 0;
        int index = 0;
        while (variable.find()) {
            spelled.append(text.substring(end, variable.start())).append(spelled(matcher, index));
            end = variable.end();
            index++;
        }
        return spelled.append(text.substring(end)).toString();
    }

    /** The same form as people read it. */
    @Override
    public String toString() {
        return text;
    }
}
