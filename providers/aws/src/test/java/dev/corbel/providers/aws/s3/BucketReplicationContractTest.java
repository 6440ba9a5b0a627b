package dev.corbel.providers.aws.s3;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;

class BucketReplicationContractTest extends BucketSettingContract {

    BucketReplicationContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    String type() {
        return "aws_s3_bucket_replication_configuration";
    }

    /** Only a bucket with versions can be copied. */
    @Override
    Value bucket(String name) {
        Value bucket = super.bucket(name);
        prerequisite(
                "aws_s3_bucket_versioning",
                Values.map(
                        "bucket",
                        bucket,
                        "versioning_configuration",
                        Values.map("status", "Enabled", "mfa_delete", Value.ofNull())));
        return bucket;
    }

    private static MapValue replication(String storageClass) {
        return Values.map(
                "role",
                "arn:aws:iam::123456789012:role/replication",
                "rule",
                List.of(Values.map(
                        "status",
                        "Enabled",
                        "priority",
                        1,
                        "filter",
                        Values.map(),
                        "delete_marker_replication",
                        Values.map("status", "Disabled"),
                        "destination",
                        Values.map("bucket", "arn:aws:s3:::acme-backup", "storage_class", storageClass))));
    }

    @Override
    MapValue setting() {
        return replication("STANDARD");
    }

    @Override
    MapValue changedSetting() {
        return replication("GLACIER");
    }
}
