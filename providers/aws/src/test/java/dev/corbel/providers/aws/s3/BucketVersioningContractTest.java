package dev.corbel.providers.aws.s3;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.aws.Values;
import dev.corbel.providers.conformance.Specimen;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

class BucketVersioningContractTest extends MotoContract {
    private final Map<String, Value> buckets = new ConcurrentHashMap<>();

    private static MapValue versioning(Value bucket, String status) {
        return Values.map(
                "bucket",
                bucket,
                "versioning_configuration",
                Values.map("status", status, "mfa_delete", Value.ofNull()));
    }

    BucketVersioningContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_s3_bucket_versioning";
            }

            @Override
            public MapValue configuration(String distinct) {
                return versioning(
                        buckets.computeIfAbsent(
                                distinct, name -> prerequisite("aws_s3_bucket", Values.map("bucket", "acme-" + name))),
                        "Enabled");
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return versioning(configuration.get("bucket"), "Suspended");
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("bucket", Value.of("acme-another")));
            }

            @Override
            public boolean isSetting() {
                return true;
            }

            @Override
            public String absentId() {
                return "acme-absent";
            }
        };
    }
}
