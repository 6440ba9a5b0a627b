package dev.corbel.providers.aws.s3;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.Values;

class BucketPublicAccessBlockContractTest extends BucketSettingContract {

    BucketPublicAccessBlockContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    String type() {
        return "aws_s3_bucket_public_access_block";
    }

    @Override
    MapValue setting() {
        return Values.map("block_public_acls", true, "block_public_policy", true);
    }

    @Override
    MapValue changedSetting() {
        return Values.map("block_public_acls", true, "restrict_public_buckets", true);
    }
}
