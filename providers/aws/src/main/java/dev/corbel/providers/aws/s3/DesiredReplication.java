package dev.corbel.providers.aws.s3;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Destination;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.ReplicationRuleFilter;
import software.amazon.awssdk.services.s3.model.ReplicationTimeValue;
import software.amazon.awssdk.services.s3.model.SourceSelectionCriteria;
import software.amazon.awssdk.services.s3.model.Tag;

/** Rules of replication as S3 takes them. */
final class DesiredReplication {
    private DesiredReplication() {}

    // Rules without a filter have their prefix outside of one.
    @SuppressWarnings("deprecation")
    static ReplicationRule rule(DesiredAttributes rule) {
        ReplicationRule.Builder builder = ReplicationRule.builder()
                .id(rule.text("id"))
                .status(rule.text("status"))
                .priority(rule.number("priority"))
                .destination(destination(rule.block("destination")))
                .sourceSelectionCriteria(selection(rule.block("source_selection_criteria")));
        String existing = status(rule, "existing_object_replication");
        if (existing != null) {
            builder.existingObjectReplication(replication -> replication.status(existing));
        }
        String deletions = status(rule, "delete_marker_replication");
        if (rule.has("filter")) {
            Integer priority = rule.number("priority");
            builder.filter(filter(rule.block("filter")))
                    .priority(priority == null ? 0 : priority)
                    .deleteMarkerReplication(
                            replication -> replication.status(deletions == null ? "Disabled" : deletions));
        } else {
            String prefix = rule.text("prefix");
            builder.prefix(prefix == null ? "" : prefix);
            if (deletions != null) {
                builder.deleteMarkerReplication(replication -> replication.status(deletions));
            }
        }
        return builder.build();
    }

    private static @Nullable String status(DesiredAttributes rule, String block) {
        return rule.block(block).text("status");
    }

    private static ReplicationRuleFilter filter(DesiredAttributes filter) {
        ReplicationRuleFilter.Builder builder = ReplicationRuleFilter.builder();
        String prefix = filter.text("prefix");
        if (filter.has("and")) {
            DesiredAttributes and = filter.block("and");
            builder.and(both -> both.prefix(and.text("prefix"))
                    .tags(and.map("tags").entrySet().stream()
                            .map(DesiredReplication::tag)
                            .toList()));
        } else if (filter.has("tag")) {
            DesiredAttributes tag = filter.block("tag");
            builder.tag(tag(Map.entry(tag.required("key"), tag.required("value"))));
        } else {
            builder.prefix(prefix == null ? "" : prefix);
        }
        return builder.build();
    }

    private static Tag tag(Map.Entry<String, String> tag) {
        return Tag.builder().key(tag.getKey()).value(tag.getValue()).build();
    }

    private static Destination destination(DesiredAttributes destination) {
        Destination.Builder builder = Destination.builder()
                .bucket(destination.text("bucket"))
                .account(destination.text("account"))
                .storageClass(destination.text("storage_class"));
        if (destination.has("access_control_translation")) {
            String owner = destination.block("access_control_translation").text("owner");
            builder.accessControlTranslation(translation -> translation.owner(owner));
        }
        if (destination.has("encryption_configuration")) {
            String key = destination.block("encryption_configuration").text("replica_kms_key_id");
            builder.encryptionConfiguration(encryption -> encryption.replicaKmsKeyID(key));
        }
        if (destination.has("metrics")) {
            DesiredAttributes metrics = destination.block("metrics");
            builder.metrics(built ->
                    built.status(metrics.text("status")).eventThreshold(minutes(metrics.block("event_threshold"))));
        }
        if (destination.has("replication_time")) {
            DesiredAttributes time = destination.block("replication_time");
            builder.replicationTime(built -> built.status(time.text("status")).time(minutes(time.block("time"))));
        }
        return builder.build();
    }

    private static @Nullable ReplicationTimeValue minutes(DesiredAttributes block) {
        Integer minutes = block.number("minutes");
        return minutes == null
                ? null
                : ReplicationTimeValue.builder().minutes(minutes).build();
    }

    private static @Nullable SourceSelectionCriteria selection(DesiredAttributes selection) {
        String modifications = status(selection, "replica_modifications");
        String encrypted = status(selection, "sse_kms_encrypted_objects");
        if (modifications == null && encrypted == null) {
            return null;
        }
        SourceSelectionCriteria.Builder builder = SourceSelectionCriteria.builder();
        if (modifications != null) {
            builder.replicaModifications(built -> built.status(modifications));
        }
        if (encrypted != null) {
            builder.sseKmsEncryptedObjects(built -> built.status(encrypted));
        }
        return builder.build();
    }
}
