package dev.corbel.state.encryption;

import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A data key as it stands beside the content that it encrypts.
 *
 * @param kind of the source that wrapped it
 * @param parameters what the source needs to know again, such as a salt or the name of a key; nothing secret
 * @param ciphertext in Base64
 */
public record WrappedKey(String kind, Map<String, String> parameters, String ciphertext) {
    public WrappedKey {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    public static WrappedKey of(String kind, Map<String, String> parameters, byte[] ciphertext) {
        return new WrappedKey(kind, parameters, Base64.getEncoder().encodeToString(ciphertext));
    }

    /** Empty where the text is no Base64, which nothing can be unwrapped from. */
    public byte[] bytes() {
        try {
            return Base64.getDecoder().decode(ciphertext);
        } catch (IllegalArgumentException altered) {
            return new byte[0];
        }
    }
}
