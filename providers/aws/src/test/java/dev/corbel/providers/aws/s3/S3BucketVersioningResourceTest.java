package dev.corbel.providers.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class S3BucketVersioningResourceTest {

    private static MapValue versioning(String status) {
        return Values.map(
                "bucket",
                "acme-files",
                "versioning_configuration",
                Values.map("status", status, "mfa_delete", Value.ofNull()));
    }

    private static ObjectState bucket(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            return bench.create(Values.map("bucket", "acme-files"));
        }
    }

    private static String status(ObjectState versioning) {
        return ((MapValue) versioning.attributes().get("versioning_configuration"))
                .text("status")
                .orElseThrow();
    }

    @Test
    void enablesSuspendsAndReads(MotoServer moto) throws Exception {
        bucket(moto);
        try (Bench bench = Bench.of("aws_s3_bucket_versioning", moto)) {
            ObjectState enabled = bench.create(versioning("Enabled"));
            assertThat(status(enabled)).isEqualTo("Enabled");
            assertThat(bench.read(enabled)).isEqualTo(new ReadResult.Present(enabled));
            assertThat(bench.type().list(bench.session())).containsExactly("acme-files");

            ObjectState suspended = bench.update(enabled, versioning("Suspended"));
            assertThat(status(suspended)).isEqualTo("Suspended");
            assertThat(bench.type()
                            .importObject(bench.session(), "acme-files")
                            .map(S3BucketVersioningResourceTest::status))
                    .hasValue("Suspended");
        }
    }

    @Test
    void isSuspendedWhenItIsDeleted(MotoServer moto) throws Exception {
        bucket(moto);
        try (Bench bench = Bench.of("aws_s3_bucket_versioning", moto)) {
            ObjectState enabled = bench.create(versioning("Enabled"));

            bench.delete(enabled);

            assertThat(bench.type()
                            .importObject(bench.session(), "acme-files")
                            .map(S3BucketVersioningResourceTest::status))
                    .hasValue("Suspended");
        }
    }

    @Test
    void isAbsentWithoutItsBucket(MotoServer moto) throws Exception {
        ObjectState bucket = bucket(moto);
        try (Bench bench = Bench.of("aws_s3_bucket_versioning", moto);
                Bench buckets = Bench.of("aws_s3_bucket", moto)) {
            ObjectState enabled = bench.create(versioning("Enabled"));
            buckets.delete(bucket);

            assertThat(bench.read(enabled)).isEqualTo(new ReadResult.Absent());
            bench.delete(enabled);
        }
    }

    @Test
    void cannotBeDisabledOnceItWasEnabled(MotoServer moto) throws Exception {
        bucket(moto);
        try (Bench bench = Bench.of("aws_s3_bucket_versioning", moto)) {
            ObjectState enabled = bench.create(versioning("Enabled"));

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.update(enabled, versioning("Disabled")))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The versioning of the bucket \"acme-files\" cannot be disabled",
                                            "It is Enabled. A bucket that once had versions can only suspend them.")
                                    .withHint("Write status = 'Suspended'.")));
        }
    }
}
