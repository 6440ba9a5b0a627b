package dev.corbel.providers.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.kit.attribute.PlainForm;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

@ExtendWith(MotoExtension.class)
class S3BucketLifecycleConfigurationResourceTest {
    private static final String TYPE = "aws_s3_bucket_lifecycle_configuration";
    private static final MapValue BRIEF = Values.map(
            "bucket",
            "acme-files",
            "expected_bucket_owner",
            "123456789012",
            "rule",
            List.of(Values.map("id", "old", "status", "Enabled", "expiration", Values.map("days", 30))));

    @BeforeEach
    void makeBucket(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            bench.create(Values.map("bucket", "acme-files"));
        }
    }

    @Test
    void isImportedWithItsOwner(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            bench.create(BRIEF);

            MapValue imported = bench.type()
                    .importObject(bench.session(), "acme-files,123456789012")
                    .orElseThrow()
                    .attributes();

            assertThat(imported.text("id")).hasValue("acme-files,123456789012");
            assertThat(imported.text("expected_bucket_owner")).hasValue("123456789012");
            assertThat(PlainForm.of(imported).get("rule")).isEqualTo(BRIEF.get("rule"));
        }
    }

    @Test
    void showsRulesThatSomebodyElseChanged(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState lifecycle = bench.create(BRIEF);
            LifecycleRule longer = LifecycleRule.builder()
                    .id("old")
                    .status("Enabled")
                    .filter(filter -> filter.prefix(""))
                    .expiration(expiration -> expiration.days(365))
                    .build();
            S3.client(bench.session()).putBucketLifecycleConfiguration(call -> call.bucket("acme-files")
                    .lifecycleConfiguration(configuration -> configuration.rules(longer)));

            ReadResult.Present shown = (ReadResult.Present) bench.read(lifecycle);

            Value rule = ((ListValue) shown.object().attributes().get("rule"))
                    .elements()
                    .get(0);
            assertThat(PlainForm.of((MapValue) rule))
                    .isEqualTo(Values.map("id", "old", "status", "Enabled", "expiration", Values.map("days", 365)));
        }
    }

    @Test
    void goesWithItsDeletion(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState lifecycle = bench.create(BRIEF);

            bench.delete(lifecycle);
            bench.delete(lifecycle);

            assertThat(bench.read(lifecycle)).isEqualTo(new ReadResult.Absent());
            assertThat(bench.type().list(bench.session())).isEmpty();
        }
    }
}
