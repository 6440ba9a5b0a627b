package dev.corbel.providers.aws.elb;

import dev.corbel.providers.aws.resource.Tags;
import java.util.Map;

/**
 * All that there is to know of an object. It takes several calls.
 *
 * @param attributes what is kept as text under keys, such as {@code idle_timeout.timeout_seconds}
 */
record Described<T>(T object, Map<String, String> tags, Map<String, String> attributes) {

    boolean isCreatedBy(String token) {
        return token.equals(tags.get(Tags.OPERATION));
    }
}
