package dev.corbel.providers.aws.resource;

import dev.corbel.clients.aws.ErrorClass;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A refusal for one reason, where a service refuses for many with the same code: its message alone tells which.
 *
 * @param code the service's code, such as {@code MalformedPolicy}
 * @param word what the message contains, in small letters
 */
public record ErrorMatch(String code, String word) implements Predicate<RuntimeException> {

    @Override
    public boolean test(RuntimeException failure) {
        String message = failure.getMessage();
        return ErrorClass.code(failure).equals(code)
                && message != null
                && message.toLowerCase(Locale.ROOT).contains(word);
    }
}
