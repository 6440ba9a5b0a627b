package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.Block;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteMarkerReplication;
import software.amazon.awssdk.services.s3.model.Destination;
import software.amazon.awssdk.services.s3.model.ExistingObjectReplication;
import software.amazon.awssdk.services.s3.model.Metrics;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.ReplicationRuleAndOperator;
import software.amazon.awssdk.services.s3.model.ReplicationRuleFilter;
import software.amazon.awssdk.services.s3.model.ReplicationTime;
import software.amazon.awssdk.services.s3.model.ReplicationTimeValue;
import software.amazon.awssdk.services.s3.model.SourceSelectionCriteria;

/** Rules of replication as definitions write them. */
final class ShownReplication {
    private ShownReplication() {}

    // Rules without a filter have their prefix outside of one.
    @SuppressWarnings("deprecation")
    static MapValue rule(ReplicationRule rule) {
        DeleteMarkerReplication deletions = rule.deleteMarkerReplication();
        ExistingObjectReplication existing = rule.existingObjectReplication();
        return new Attributes(S3BucketReplicationConfigurationResource.RULE)
                .text("id", rule.id())
                .text("status", rule.statusAsString())
                .textOrNothing("prefix", rule.prefix())
                .number("priority", rule.priority())
                .value("delete_marker_replication", status(deletions == null ? null : deletions.statusAsString()))
                .value("existing_object_replication", status(existing == null ? null : existing.statusAsString()))
                .value(
                        "filter",
                        Block.of(
                                S3BucketReplicationConfigurationResource.FILTER,
                                rule.filter(),
                                ShownReplication::filter))
                .value(
                        "source_selection_criteria",
                        Block.of(
                                S3BucketReplicationConfigurationResource.SELECTION,
                                rule.sourceSelectionCriteria(),
                                ShownReplication::selection))
                .value(
                        "destination",
                        Block.of(
                                S3BucketReplicationConfigurationResource.DESTINATION,
                                rule.destination(),
                                ShownReplication::destination))
                .build();
    }

    /** A block with a status and nothing else. */
    private static Value status(@Nullable String status) {
        return Block.of(
                S3BucketReplicationConfigurationResource.SWITCH,
                status,
                (actual, shown) -> shown.text("status", actual));
    }

    private static void filter(ReplicationRuleFilter filter, Attributes shown) {
        shown.textOrNothing("prefix", filter.prefix())
                .value("tag", Block.of(S3BucketLifecycleConfigurationResource.TAG, filter.tag(), ShownLifecycle::tag))
                .value(
                        "and",
                        Block.of(S3BucketReplicationConfigurationResource.AND, filter.and(), ShownReplication::and));
    }

    private static void and(ReplicationRuleAndOperator and, Attributes shown) {
        shown.textOrNothing("prefix", and.prefix()).value("tags", ShownLifecycle.tags(and.tags()));
    }

    private static void selection(SourceSelectionCriteria selection, Attributes shown) {
        if (selection.replicaModifications() != null) {
            shown.value(
                    "replica_modifications",
                    status(selection.replicaModifications().statusAsString()));
        }
        if (selection.sseKmsEncryptedObjects() != null) {
            shown.value(
                    "sse_kms_encrypted_objects",
                    status(selection.sseKmsEncryptedObjects().statusAsString()));
        }
    }

    private static void destination(Destination destination, Attributes shown) {
        shown.text("bucket", destination.bucket())
                .text("account", destination.account())
                .text("storage_class", destination.storageClassAsString())
                .value(
                        "access_control_translation",
                        Block.of(
                                S3BucketReplicationConfigurationResource.TRANSLATION,
                                destination.accessControlTranslation(),
                                (translation, block) -> block.text("owner", translation.ownerAsString())))
                .value(
                        "encryption_configuration",
                        Block.of(
                                S3BucketReplicationConfigurationResource.REPLICA_KEY,
                                destination.encryptionConfiguration(),
                                (encryption, block) -> block.text("replica_kms_key_id", encryption.replicaKmsKeyID())))
                .value(
                        "metrics",
                        Block.of(
                                S3BucketReplicationConfigurationResource.METRICS,
                                destination.metrics(),
                                ShownReplication::metrics))
                .value(
                        "replication_time",
                        Block.of(
                                S3BucketReplicationConfigurationResource.TIME,
                                destination.replicationTime(),
                                ShownReplication::time));
    }

    private static void metrics(Metrics metrics, Attributes shown) {
        shown.text("status", metrics.statusAsString()).value("event_threshold", minutes(metrics.eventThreshold()));
    }

    private static void time(ReplicationTime time, Attributes shown) {
        shown.text("status", time.statusAsString()).value("time", minutes(time.time()));
    }

    private static Value minutes(@Nullable ReplicationTimeValue value) {
        return Block.of(
                S3BucketReplicationConfigurationResource.MINUTES,
                value,
                (actual, shown) -> shown.number("minutes", actual.minutes()));
    }
}
