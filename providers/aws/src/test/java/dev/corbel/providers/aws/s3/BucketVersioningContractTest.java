package dev.corbel.providers.aws.s3;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;

class BucketVersioningContractTest extends BucketSettingContract {

    BucketVersioningContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    String type() {
        return "aws_s3_bucket_versioning";
    }

    private static MapValue versioning(String status) {
        return Values.map("versioning_configuration", Values.map("status", status, "mfa_delete", Value.ofNull()));
    }

    @Override
    MapValue setting() {
        return versioning("Enabled");
    }

    @Override
    MapValue changedSetting() {
        return versioning("Suspended");
    }
}
