package dev.corbel.providers.aws.kms;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/**
 * All that KMS says of a key, in four answers.
 *
 * @param policy null while it was not asked for
 * @param rotation null where the key cannot be rotated
 */
record KeyDetails(
        KeyMetadata key,
        @Nullable String policy,
        @Nullable GetKeyRotationStatusResponse rotation,
        Map<String, String> tags) {
    private static final int YEAR = 365;

    ObjectState show(AwsSession session, MapValue known) {
        Attributes attributes = new Attributes(KmsKeyResource.SCHEMA)
                .from(known)
                .text("id", key.keyId())
                .text("key_id", key.keyId())
                .text("arn", key.arn())
                .text("description", key.description() == null ? "" : key.description())
                .text("key_usage", key.keyUsageAsString())
                .text("customer_master_key_spec", key.keySpecAsString())
                .text("policy", JsonText.shown(known.text("policy").orElse(null), policy, PolicyText::same))
                .flag("is_enabled", key.enabled())
                .flag("multi_region", Boolean.TRUE.equals(key.multiRegion()))
                .text("custom_key_store_id", key.customKeyStoreId())
                .text(
                        "xks_key_id",
                        key.xksKeyConfiguration() == null
                                ? null
                                : key.xksKeyConfiguration().id())
                .flag(
                        "bypass_policy_lockout_safety_check",
                        new DesiredAttributes(known).isTrue("bypass_policy_lockout_safety_check"))
                .flag("enable_key_rotation", isRotated());
        if (rotation != null && isRotated()) {
            Integer period = rotation.rotationPeriodInDays();
            attributes.number("rotation_period_in_days", period == null ? YEAR : period);
        }
        Tags.show(attributes, tags, known, session);
        return attributes.object();
    }

    private boolean isRotated() {
        return rotation != null && Boolean.TRUE.equals(rotation.keyRotationEnabled());
    }
}
