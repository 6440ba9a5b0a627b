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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

@ExtendWith(MotoExtension.class)
class S3BucketServerSideEncryptionConfigurationResourceTest {
    private static final String TYPE = "aws_s3_bucket_server_side_encryption_configuration";

    @BeforeEach
    void makeBucket(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            bench.create(Values.map("bucket", "acme-files"));
        }
    }

    private static MapValue rule(Value bucketKey, Value byDefault) {
        return Values.map("bucket_key_enabled", bucketKey, "apply_server_side_encryption_by_default", byDefault);
    }

    private static MapValue encryption(MapValue rule) {
        return Values.map("bucket", "acme-files", "rule", List.of(rule));
    }

    @Test
    void encryptsWithAKeyOfKms(MotoServer moto) throws Exception {
        MapValue withKey = encryption(
                rule(Value.of(true), Values.map("sse_algorithm", "aws:kms", "kms_master_key_id", "alias/files")));
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState encryption = bench.create(withKey);

            assertThat(bench.read(encryption)).isEqualTo(new ReadResult.Present(encryption));
            assertThat(bench.type().importObject(bench.session(), "acme-files")).hasValue(encryption);
            assertThat(bench.type().list(bench.session())).containsExactly("acme-files");
            assertThat(bench.plan(encryption.attributes(), withKey).attributes().entries())
                    .isEqualTo(encryption.attributes().entries());
        }
    }

    @Test
    void keepsWhatTheDefinitionSaysWhereItMeansTheSame(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState byDefault = bench.create(encryption(rule(Value.ofNull(), Value.ofNull())));

            assertThat(byDefault.attributes().get("rule")).isEqualTo(Value.list(rule(Value.ofNull(), Value.ofNull())));
            assertThat(bench.read(byDefault)).isEqualTo(new ReadResult.Present(byDefault));
        }
    }

    @Test
    void showsWhatSomebodyElseChanged(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState before = bench.create(encryption(rule(Value.of(true), Values.map("sse_algorithm", "aws:kms"))));
            ServerSideEncryptionRule ownKeys = ServerSideEncryptionRule.builder()
                    .applyServerSideEncryptionByDefault(byDefault -> byDefault.sseAlgorithm("AES256"))
                    .build();
            S3.client(bench.session()).putBucketEncryption(call -> call.bucket("acme-files")
                    .serverSideEncryptionConfiguration(configuration -> configuration.rules(ownKeys)));

            assertThat(bench.read(before))
                    .isEqualTo(new ReadResult.Present(new ObjectState(before.attributes()
                            .with(
                                    "rule",
                                    Value.list(rule(
                                            Value.of(false),
                                            Values.map(
                                                    "sse_algorithm",
                                                    "AES256",
                                                    "kms_master_key_id",
                                                    Value.ofNull())))))));
        }
    }

    @Test
    void goesWithItsDeletion(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState encryption =
                    bench.create(encryption(rule(Value.ofNull(), Values.map("sse_algorithm", "aws:kms"))));

            bench.delete(encryption);
            bench.delete(encryption);

            assertThat(bench.read(encryption)).isEqualTo(new ReadResult.Absent());
        }
    }
}
