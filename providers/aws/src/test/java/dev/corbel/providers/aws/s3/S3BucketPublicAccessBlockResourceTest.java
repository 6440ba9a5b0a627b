package dev.corbel.providers.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class S3BucketPublicAccessBlockResourceTest {
    private static final MapValue CLOSED = Values.map(
            "bucket",
            "acme-files",
            "block_public_acls",
            true,
            "block_public_policy",
            true,
            "ignore_public_acls",
            true,
            "restrict_public_buckets",
            true);

    private static ObjectState bucket(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            return bench.create(Values.map("bucket", "acme-files"));
        }
    }

    @Test
    void closesABucketAndOpensItAgain(MotoServer moto) throws Exception {
        bucket(moto);
        try (Bench bench = Bench.of("aws_s3_bucket_public_access_block", moto)) {
            assertThat(bench.type().list(bench.session())).isEmpty();
            ObjectState closed = bench.create(CLOSED);
            assertThat(bench.read(closed)).isEqualTo(new ReadResult.Present(closed));
            assertThat(bench.type().importObject(bench.session(), "acme-files")).hasValue(closed);
            assertThat(bench.type().list(bench.session())).containsExactly("acme-files");

            ObjectState open = bench.update(closed, Values.map("bucket", "acme-files"));
            assertThat(open.attributes().get("block_public_policy")).isEqualTo(Value.of(false));
            assertThat(bench.read(open)).isEqualTo(new ReadResult.Present(open));

            bench.delete(open);
            assertThat(bench.read(open)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void isAbsentWithoutItsBucket(MotoServer moto) throws Exception {
        ObjectState bucket = bucket(moto);
        try (Bench bench = Bench.of("aws_s3_bucket_public_access_block", moto);
                Bench buckets = Bench.of("aws_s3_bucket", moto)) {
            ObjectState closed = bench.create(CLOSED);
            buckets.delete(bucket);

            assertThat(bench.read(closed)).isEqualTo(new ReadResult.Absent());
            bench.delete(closed);
        }
    }
}
