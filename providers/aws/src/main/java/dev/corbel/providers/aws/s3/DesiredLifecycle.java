package dev.corbel.providers.aws.s3;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.AbortIncompleteMultipartUpload;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleAndOperator;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionExpiration;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionTransition;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Transition;

/** Rules of a lifecycle as S3 takes them. */
final class DesiredLifecycle {
    private DesiredLifecycle() {}

    static LifecycleRule rule(DesiredAttributes rule) {
        LifecycleRule.Builder builder = LifecycleRule.builder()
                .id(rule.text("id"))
                .status(rule.text("status"))
                .filter(filter(rule))
                .expiration(expiration(rule.block("expiration")))
                .abortIncompleteMultipartUpload(abort(rule.block("abort_incomplete_multipart_upload")))
                .noncurrentVersionExpiration(noncurrentExpiration(rule.block("noncurrent_version_expiration")));
        List<Transition> transitions = each(rule, "transition", DesiredLifecycle::transition);
        if (!transitions.isEmpty()) {
            builder.transitions(transitions);
        }
        List<NoncurrentVersionTransition> noncurrent =
                each(rule, "noncurrent_version_transition", DesiredLifecycle::noncurrentTransition);
        if (!noncurrent.isEmpty()) {
            builder.noncurrentVersionTransitions(noncurrent);
        }
        return builder.build();
    }

    private static <T> List<T> each(DesiredAttributes rule, String block, Function<DesiredAttributes, T> build) {
        return rule.blocks(block).stream().map(build).toList();
    }

    /** S3 wants one for each rule; that for everything has an empty prefix. */
    private static LifecycleRuleFilter filter(DesiredAttributes rule) {
        DesiredAttributes filter = rule.block("filter");
        LifecycleRuleFilter.Builder builder = LifecycleRuleFilter.builder()
                .objectSizeGreaterThan(filter.longNumber("object_size_greater_than"))
                .objectSizeLessThan(filter.longNumber("object_size_less_than"))
                .prefix(filter.has("prefix") ? filter.text("prefix") : rule.text("prefix"));
        if (filter.has("tag")) {
            DesiredAttributes tag = filter.block("tag");
            builder.tag(tag(tag.required("key"), tag.required("value")));
        }
        if (filter.has("and")) {
            builder.and(and(filter.block("and")));
        }
        LifecycleRuleFilter built = builder.build();
        return built.equals(LifecycleRuleFilter.builder().build())
                ? LifecycleRuleFilter.builder().prefix("").build()
                : built;
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static LifecycleRuleAndOperator and(DesiredAttributes and) {
        LifecycleRuleAndOperator.Builder builder = LifecycleRuleAndOperator.builder()
                .objectSizeGreaterThan(and.longNumber("object_size_greater_than"))
                .objectSizeLessThan(and.longNumber("object_size_less_than"))
                .prefix(and.text("prefix"));
        Map<String, String> tags = and.map("tags");
        if (!tags.isEmpty()) {
            builder.tags(tags.entrySet().stream()
                    .map(tag -> tag(tag.getKey(), tag.getValue()))
                    .toList());
        }
        return builder.build();
    }

    /** Null where the block says nothing. A marker that shall not go must not be mentioned beside days. */
    private static @Nullable LifecycleExpiration expiration(DesiredAttributes expiration) {
        LifecycleExpiration built = LifecycleExpiration.builder()
                .date(date(expiration))
                .days(expiration.number("days"))
                .expiredObjectDeleteMarker(expiration.isTrue("expired_object_delete_marker") ? true : null)
                .build();
        return built.equals(LifecycleExpiration.builder().build()) ? null : built;
    }

    private static @Nullable Instant date(DesiredAttributes block) {
        String date = block.text("date");
        return date == null ? null : Instant.parse(date);
    }

    private static @Nullable AbortIncompleteMultipartUpload abort(DesiredAttributes abort) {
        Integer days = abort.number("days_after_initiation");
        return days == null
                ? null
                : AbortIncompleteMultipartUpload.builder()
                        .daysAfterInitiation(days)
                        .build();
    }

    private static @Nullable NoncurrentVersionExpiration noncurrentExpiration(DesiredAttributes expiration) {
        Integer days = expiration.number("noncurrent_days");
        return days == null
                ? null
                : NoncurrentVersionExpiration.builder()
                        .noncurrentDays(days)
                        .newerNoncurrentVersions(expiration.number("newer_noncurrent_versions"))
                        .build();
    }

    private static NoncurrentVersionTransition noncurrentTransition(DesiredAttributes transition) {
        return NoncurrentVersionTransition.builder()
                .noncurrentDays(transition.number("noncurrent_days"))
                .newerNoncurrentVersions(transition.number("newer_noncurrent_versions"))
                .storageClass(transition.text("storage_class"))
                .build();
    }

    private static Transition transition(DesiredAttributes transition) {
        return Transition.builder()
                .date(date(transition))
                .days(transition.number("days"))
                .storageClass(transition.text("storage_class"))
                .build();
    }
}
