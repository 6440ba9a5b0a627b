package dev.corbel.dsl.function;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.program.Refusal;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.address.Step;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names in clouds that are made of where something stands: a readable beginning, and what keeps names apart that would
 * be cut to the same. Lower-case letters, digits and hyphens, beginning with a letter.
 */
final class CloudName {
    private static final int MAX_LENGTH = 63;
    private static final int MIN_LENGTH = 16;
    private static final int HASH = 8;
    private static final int BASE = 36;

    private CloudName() {}

    static String of(FunctionCall call) {
        String part = null;
        int maximum = MAX_LENGTH;
        for (Object argument : call.arguments()) {
            if (argument instanceof String text && part == null) {
                part = text;
            } else if (argument instanceof Map<?, ?> options
                    && options.keySet().equals(Set.of("maximum"))
                    && options.get("maximum") instanceof Integer number
                    && number >= MIN_LENGTH) {
                maximum = number;
            } else {
                throw Problem.error(
                        "cloudName(…) does not take this",
                        argument instanceof Deferred deferred ? Refusal.reason(deferred) : "",
                        "Write cloudName(), cloudName('part') or cloudName('part', maximum: 32); the maximum is at least "
                                + MIN_LENGTH + ".",
                        call.range());
            }
        }
        return of(call.scope(), part, maximum);
    }

    /** The name for a scope, and for one of several things in it where a part is given. */
    private static String of(Scope scope, @Nullable String part, int maximum) {
        String environment = scope.variables().environment();
        String address = scope.address() == null ? "" : scope.address().qualified();
        List<String> parts = new ArrayList<>(List.of(environment));
        if (scope.address() != null) {
            for (Step step : scope.address().steps()) {
                if (!step.kind().equals("region")) {
                    parts.add(step.label() == null ? step.kind() : step.label());
                }
            }
        }
        if (part != null) {
            parts.add(part);
        }
        String hash = hash(environment + "\n" + address + "\n" + (part == null ? "" : part));
        return readable(String.join("-", parts), maximum - HASH - 1) + "-" + hash;
    }

    private static String readable(String text, int maximum) {
        String plain =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String begun = plain.matches("[a-z].*") ? plain : "e-" + plain;
        return begun.substring(0, Math.min(begun.length(), maximum)).replaceAll("-$", "");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).toString(BASE).substring(0, HASH);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
