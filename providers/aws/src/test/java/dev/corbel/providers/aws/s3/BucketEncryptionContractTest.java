package dev.corbel.providers.aws.s3;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.Values;
import java.util.List;

class BucketEncryptionContractTest extends BucketSettingContract {

    BucketEncryptionContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    String type() {
        return "aws_s3_bucket_server_side_encryption_configuration";
    }

    private static MapValue encryption(MapValue byDefault) {
        return Values.map(
                "rule",
                List.of(Values.map("bucket_key_enabled", true, "apply_server_side_encryption_by_default", byDefault)));
    }

    @Override
    MapValue setting() {
        return encryption(Values.map("sse_algorithm", "AES256"));
    }

    @Override
    MapValue changedSetting() {
        return encryption(Values.map("sse_algorithm", "aws:kms", "kms_master_key_id", "alias/files"));
    }
}
