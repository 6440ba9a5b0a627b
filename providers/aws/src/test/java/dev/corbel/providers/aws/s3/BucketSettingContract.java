package dev.corbel.providers.aws.s3;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The provider contract of a setting of a bucket: each specimen has a bucket of its own. */
abstract class BucketSettingContract extends MotoContract {
    private final Map<String, Value> buckets = new ConcurrentHashMap<>();

    BucketSettingContract(MotoServer moto) {
        super(moto);
    }

    abstract String type();

    /** What the definition says of the setting. */
    abstract MapValue setting();

    abstract MapValue changedSetting();

    /** Makes the bucket that the setting is for. */
    Value bucket(String name) {
        return prerequisite("aws_s3_bucket", Values.map("bucket", name));
    }

    private static MapValue of(Value bucket, MapValue setting) {
        return setting.with("bucket", bucket);
    }

    @Override
    protected final Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return BucketSettingContract.this.type();
            }

            @Override
            public MapValue configuration(String distinct) {
                return of(buckets.computeIfAbsent(distinct, name -> bucket("acme-" + name)), setting());
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return of(configuration.get("bucket"), changedSetting());
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
