package dev.corbel.providers.aws.s3;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.Values;
import java.util.List;

class BucketLifecycleContractTest extends BucketSettingContract {

    BucketLifecycleContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    String type() {
        return "aws_s3_bucket_lifecycle_configuration";
    }

    private static MapValue lifecycle(int days) {
        return Values.map(
                "rule",
                List.of(
                        Values.map(
                                "id",
                                "logs",
                                "status",
                                "Enabled",
                                "filter",
                                Values.map("prefix", "logs/"),
                                "expiration",
                                Values.map("days", days),
                                "transition",
                                List.of(Values.map("days", 30, "storage_class", "GLACIER"))),
                        Values.map(
                                "id",
                                "all",
                                "status",
                                "Disabled",
                                "noncurrent_version_expiration",
                                Values.map("noncurrent_days", days),
                                "abort_incomplete_multipart_upload",
                                Values.map("days_after_initiation", 3))));
    }

    @Override
    MapValue setting() {
        return lifecycle(90);
    }

    @Override
    MapValue changedSetting() {
        return lifecycle(365);
    }
}
