package dev.corbel.providers.aws.fact;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A statement of a policy that allows something. It is read as it is written, not as IAM decides: other statements may deny the
 * same again.
 *
 * @param elements as in the JSON
 */
record AllowStatement(MapValue elements) {
    private static final String EVERYTHING = "*";
    private static final Pattern EVERY_RESOURCE = Pattern.compile("\\*|arn:(aws[a-z-]*|\\*)?(:\\*)*");
    private static final Pattern EVERY_ROLE = Pattern.compile("arn:[^:]*:iam::[^:]*:(role/)?\\*");
    private static final String PASS_ROLE = "iam:passrole";

    /** The statements of a policy that allow something; empty where the text is no policy. */
    static Optional<List<AllowStatement>> of(String policy) {
        return JsonText.parse(policy)
                .filter(MapValue.class::isInstance)
                .map(MapValue.class::cast)
                .map(document -> elements(document.get("Statement"))
                        .filter(MapValue.class::isInstance)
                        .map(MapValue.class::cast)
                        .filter(statement -> statement.text("Effect").equals(Optional.of("Allow")))
                        .map(AllowStatement::new)
                        .toList());
    }

    /** Tells whether it is for everybody, and no condition limits that. */
    boolean isForEverybody() {
        Value principal = elements.get("Principal");
        boolean everybody = !elements.get("NotPrincipal").isNull()
                || has(principal, EVERYTHING)
                || (principal instanceof MapValue kinds
                        && kinds.entries().values().stream().anyMatch(names -> has(names, EVERYTHING)));
        return everybody && !ConditionLimits.limit(elements.get("Condition"));
    }

    /** The rights beyond what anybody needs, as the end of a sentence; empty where they are limited. */
    Optional<String> excess() {
        boolean everyResource = !elements.get("NotResource").isNull() || hasAny("Resource", EVERY_RESOURCE);
        if (everyResource && (has(elements.get("Action"), EVERYTHING) || has(elements.get("Action"), "*:*"))) {
            return Optional.of("grants every action on everything");
        }
        if (!elements.get("NotAction").isNull()) {
            return Optional.of("grants every action but those that it names");
        }
        boolean passes = texts(elements.get("Action")).anyMatch(AllowStatement::includesPassRole);
        return passes && (everyResource || hasAny("Resource", EVERY_ROLE))
                ? Optional.of("lets every role be passed on (iam:PassRole)")
                : Optional.empty();
    }

    private static boolean includesPassRole(String action) {
        String expression = Stream.of(action.replaceAll("\\*+", "*").split("(?<=[*?])|(?=[*?])", -1))
                .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
                .reduce("(?i)", String::concat);
        return Pattern.matches(expression, PASS_ROLE);
    }

    private boolean hasAny(String name, Pattern pattern) {
        return texts(elements.get(name)).anyMatch(text -> pattern.matcher(text).matches());
    }

    private static boolean has(Value value, String text) {
        return texts(value).anyMatch(text::equals);
    }

    private static Stream<String> texts(Value value) {
        return elements(value).filter(StringValue.class::isInstance).map(Value::toString);
    }

    private static Stream<Value> elements(Value value) {
        return value instanceof ListValue list ? list.elements().stream() : Stream.of(value);
    }
}
