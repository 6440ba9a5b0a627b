package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.Block;
import dev.corbel.providers.kit.attribute.PlainForm;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleAndOperator;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionTransition;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Transition;

/** Rules of a lifecycle as definitions write them. */
final class ShownLifecycle {
    private ShownLifecycle() {}

    // Older rules have their prefix outside of a filter.
    @SuppressWarnings("deprecation")
    static MapValue rule(LifecycleRule rule) {
        return new Attributes(S3BucketLifecycleConfigurationResource.RULE)
                .text("id", rule.id())
                .text("status", rule.statusAsString())
                .textOrNothing("prefix", rule.prefix())
                .value("filter", filter(rule.filter()))
                .value(
                        "abort_incomplete_multipart_upload",
                        Block.of(
                                S3BucketLifecycleConfigurationResource.ABORT,
                                rule.abortIncompleteMultipartUpload(),
                                (abort, shown) -> shown.number("days_after_initiation", abort.daysAfterInitiation())))
                .value(
                        "expiration",
                        Block.of(
                                S3BucketLifecycleConfigurationResource.EXPIRATION,
                                rule.expiration(),
                                ShownLifecycle::expiration))
                .value(
                        "noncurrent_version_expiration",
                        Block.of(
                                S3BucketLifecycleConfigurationResource.NONCURRENT_EXPIRATION,
                                rule.noncurrentVersionExpiration(),
                                (expiration, shown) -> shown.number("noncurrent_days", expiration.noncurrentDays())
                                        .number("newer_noncurrent_versions", expiration.newerNoncurrentVersions())))
                .value(
                        "noncurrent_version_transition",
                        set(rule.noncurrentVersionTransitions().stream()
                                .map(ShownLifecycle::noncurrentTransition)
                                .toList()))
                .value(
                        "transition",
                        set(rule.transitions().stream()
                                .map(ShownLifecycle::transition)
                                .toList()))
                .build();
    }

    private static Value set(List<Value> blocks) {
        return Attributes.setOf(blocks);
    }

    /** Null for everything. */
    private static Value filter(@Nullable LifecycleRuleFilter filter) {
        Value shown = Block.of(S3BucketLifecycleConfigurationResource.FILTER, filter, (actual, attributes) -> attributes
                .textOrNothing("prefix", actual.prefix())
                .number("object_size_greater_than", actual.objectSizeGreaterThan())
                .number("object_size_less_than", actual.objectSizeLessThan())
                .value("tag", Block.of(S3BucketLifecycleConfigurationResource.TAG, actual.tag(), ShownLifecycle::tag))
                .value("and", Block.of(S3BucketLifecycleConfigurationResource.AND, actual.and(), ShownLifecycle::and)));
        return shown instanceof MapValue map && PlainForm.of(map).entries().isEmpty() ? Value.ofNull() : shown;
    }

    static void tag(Tag tag, Attributes shown) {
        shown.text("key", tag.key()).text("value", tag.value());
    }

    private static void and(LifecycleRuleAndOperator and, Attributes shown) {
        shown.textOrNothing("prefix", and.prefix())
                .number("object_size_greater_than", and.objectSizeGreaterThan())
                .number("object_size_less_than", and.objectSizeLessThan())
                .value("tags", tags(and.tags()));
    }

    static Value tags(List<Tag> tags) {
        TreeMap<String, Value> map = new TreeMap<>();
        tags.forEach(tag -> map.put(tag.key(), Value.of(tag.value())));
        return map.isEmpty() ? Value.ofNull() : new MapValue(map);
    }

    private static void expiration(LifecycleExpiration expiration, Attributes shown) {
        shown.text("date", text(expiration.date()))
                .number("days", expiration.days())
                .flag("expired_object_delete_marker", expiration.expiredObjectDeleteMarker());
    }

    private static @Nullable String text(@Nullable Instant date) {
        return date == null ? null : date.toString();
    }

    private static Value noncurrentTransition(NoncurrentVersionTransition transition) {
        return new Attributes(S3BucketLifecycleConfigurationResource.NONCURRENT_TRANSITION)
                .number("noncurrent_days", transition.noncurrentDays())
                .number("newer_noncurrent_versions", transition.newerNoncurrentVersions())
                .text("storage_class", transition.storageClassAsString())
                .build();
    }

    private static Value transition(Transition transition) {
        return new Attributes(S3BucketLifecycleConfigurationResource.TRANSITION)
                .text("date", text(transition.date()))
                .number("days", transition.days())
                .text("storage_class", transition.storageClassAsString())
                .build();
    }
}
