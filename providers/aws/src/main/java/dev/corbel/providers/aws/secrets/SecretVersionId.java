package dev.corbel.providers.aws.secrets;

import java.util.Optional;

/**
 * The id of a version: {@code SECRET|VERSION}.
 *
 * @param secret name or ARN
 */
record SecretVersionId(String secret, String version) {

    /** Empty where the text has another form. */
    static Optional<SecretVersionId> parse(String text) {
        int bar = text.lastIndexOf('|');
        return bar < 0
                ? Optional.empty()
                : Optional.of(new SecretVersionId(text.substring(0, bar), text.substring(bar + 1)));
    }

    String text() {
        return secret + "|" + version;
    }
}
