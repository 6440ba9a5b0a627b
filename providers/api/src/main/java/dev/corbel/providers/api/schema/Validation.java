package dev.corbel.providers.api.schema;

import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A rule for a known, non-null value of an attribute. */
@FunctionalInterface
public interface Validation {

    /** What is wrong, as the end of a sentence that begins with the attribute's name; empty where nothing is. */
    Optional<String> problem(Value value);

    /**
     * What is wrong with a value that may be sensitive. A rule may quote what it refuses; of a sensitive value it is told
     * alone what the rule says of any other value as well.
     */
    default Optional<String> told(Value value) {
        Optional<String> said = problem(value.fullyUnmarked());
        return said.isEmpty() || !value.containsSensitive() || Decoy.isSaidOfAll(this, value, said.get())
                ? said
                : Optional.of("is not valid; it is sensitive, so what is wrong with it is not shown");
    }

    /** The rule for the reference, as the end of a sentence that begins with the attribute's name; empty where it has no words. */
    default String rule() {
        return "";
    }

    /** The values that it takes, where these are a few texts; else none. */
    default List<String> allowed() {
        return List.of();
    }

    /** The value is one of these texts. */
    static Validation oneOf(String... allowed) {
        List<String> texts = List.of(allowed);
        return new WordedRule(
                value -> value instanceof StringValue text && texts.contains(text.value()),
                "must be one of \"" + String.join("\", \"", texts) + "\"",
                texts);
    }

    /** The value is a number between two whole numbers, both included. */
    static Validation between(long least, long most) {
        return new WordedRule(
                value -> value instanceof NumberValue number
                        && number.value().compareTo(BigDecimal.valueOf(least)) >= 0
                        && number.value().compareTo(BigDecimal.valueOf(most)) <= 0,
                "must be between " + least + " and " + most,
                List.of());
    }

    /** The value is a text that matches a regular expression as a whole; the meaning puts it into words. */
    static Validation matching(String expression, String meaning) {
        Pattern pattern = Pattern.compile(expression);
        return new WordedRule(
                value -> value instanceof StringValue text
                        && pattern.matcher(text.value()).matches(),
                "must be " + meaning,
                List.of());
    }
}
