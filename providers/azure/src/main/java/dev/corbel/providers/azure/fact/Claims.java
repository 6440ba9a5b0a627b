package dev.corbel.providers.azure.fact;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;

/** Answers that single attributes give. */
final class Claims {
    private Claims() {}

    /** What is so with every object of the type. */
    static Fact always(Topic topic) {
        return new Fact.Claim(topic, Answer.YES, "", ValuePath.ROOT);
    }

    static Fact of(Topic topic, MapValue attributes, String attribute, String fault) {
        return new Fact.Claim(topic, Answer.of(attributes.get(attribute)), fault, at(attribute));
    }

    static ValuePath at(String attribute) {
        return ValuePath.ROOT.then(attribute);
    }

    /** Tests a text as far as it is known. */
    static Answer is(Value value, String... texts) {
        if (value.isUnknown()) {
            return Answer.UNKNOWN;
        }
        for (String text : texts) {
            if (text.equalsIgnoreCase(value.unmarked().toString())) {
                return Answer.YES;
            }
        }
        return Answer.NO;
    }
}
