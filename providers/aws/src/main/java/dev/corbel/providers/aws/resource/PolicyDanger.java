package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.List;
import java.util.Optional;

/** Tells what makes a policy dangerous: who it lets in, or what it grants. Reads policies as they are written, not as IAM decides. */
public final class PolicyDanger {
    private static final String EVERYTHING = "*";

    private PolicyDanger() {}

    /** The danger of a policy, as the end of a sentence; empty where there is none to see. */
    public static Optional<String> of(String policy) {
        return JsonText.parse(policy)
                .filter(MapValue.class::isInstance)
                .map(MapValue.class::cast)
                .flatMap(document -> elements(document.get("Statement")).stream()
                        .filter(MapValue.class::isInstance)
                        .map(MapValue.class::cast)
                        .flatMap(statement -> danger(statement).stream())
                        .findFirst());
    }

    private static Optional<String> danger(MapValue statement) {
        if (!statement.text("Effect").equals(Optional.of("Allow"))) {
            return Optional.empty();
        }
        if (isEverybody(statement.get("Principal"))
                && statement.get("Condition").isNull()) {
            return Optional.of("lets everybody in");
        }
        boolean all = has(statement.get("Action"), EVERYTHING) && has(statement.get("Resource"), EVERYTHING);
        return all ? Optional.of("grants every action on everything") : Optional.empty();
    }

    private static boolean isEverybody(Value principal) {
        return has(principal, EVERYTHING)
                || (principal instanceof MapValue accounts && has(accounts.get("AWS"), EVERYTHING));
    }

    private static boolean has(Value value, String text) {
        return elements(value).stream()
                .anyMatch(element ->
                        element instanceof StringValue found && found.value().equals(text));
    }

    private static List<Value> elements(Value value) {
        return value instanceof ListValue list ? list.elements() : List.of(value);
    }
}
