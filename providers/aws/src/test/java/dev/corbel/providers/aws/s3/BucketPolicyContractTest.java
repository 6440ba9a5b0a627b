package dev.corbel.providers.aws.s3;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.Values;

class BucketPolicyContractTest extends BucketSettingContract {

    BucketPolicyContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    String type() {
        return "aws_s3_bucket_policy";
    }

    private static MapValue policy(String effect) {
        return Values.map("policy", """
                {"Version": "2012-10-17", "Statement": [{"Effect": "%s", "Principal": "*",
                "Action": "s3:GetObject", "Resource": "arn:aws:s3:::acme/*"}]}
                """.formatted(effect));
    }

    @Override
    MapValue setting() {
        return policy("Allow");
    }

    @Override
    MapValue changedSetting() {
        return policy("Deny");
    }
}
