package dev.corbel.providers.aws.kms;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.Attributes;

/**
 * A name and the key that it is for.
 *
 * @param owner what the ARNs of name and key begin with: partition, service, region and account
 * @param key the id of the key
 */
record Alias(String name, String owner, String key) {

    /** Whether this is the key, which may be written as an ARN. */
    boolean isOf(String idOrArn) {
        return idOrArn.equals(key) || idOrArn.endsWith(":key/" + key);
    }

    ObjectState show(MapValue known) {
        String target = known.text("target_key_id").filter(this::isOf).orElse(key);
        return new Attributes(KmsAliasResource.SCHEMA)
                .from(known)
                .text("id", name)
                .text("name", name)
                .text("arn", owner + name)
                .text("target_key_id", target)
                .text("target_key_arn", owner + "key/" + key)
                .object();
    }
}
