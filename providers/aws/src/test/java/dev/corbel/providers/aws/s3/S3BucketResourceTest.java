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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(MotoExtension.class)
class S3BucketResourceTest {
    private static final MapValue FILES = Values.map("bucket", "acme-files", "tags", Values.map("Name", "files"));

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            ObjectState bucket = bench.create(FILES);

            assertThat(bucket.attributes().entries())
                    .containsEntry("id", Value.of("acme-files"))
                    .containsEntry("arn", Value.of("arn:aws:s3:::acme-files"))
                    .containsEntry("region", Value.of("eu-central-1"))
                    .containsEntry("bucket_domain_name", Value.of("acme-files.s3.amazonaws.com"))
                    .containsEntry("bucket_regional_domain_name", Value.of("acme-files.s3.eu-central-1.amazonaws.com"))
                    .containsEntry("hosted_zone_id", Value.of("Z21DNDUVLTQW6Q"))
                    .containsEntry("object_lock_enabled", Value.of(false))
                    .containsEntry("tags_all", Values.map("Name", "files", "team", "network"));
            assertThat(bench.read(bucket)).isEqualTo(new ReadResult.Present(bucket));
            assertThat(bench.plan(bucket.attributes(), FILES).attributes().entries())
                    .isEqualTo(bucket.attributes().entries());
        }
    }

    @Test
    void changesTagsInPlaceAndKeepsItsOwn(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            ObjectState bucket = bench.create(FILES, "operation-1");

            ObjectState changed = bench.update(bucket, FILES.with("tags", Values.map("stage", "test")));

            assertThat(changed.attributes().get("tags_all")).isEqualTo(Values.map("stage", "test", "team", "network"));
            assertThat(bench.type().recover(bench.session(), bench.request(FILES, "operation-1")))
                    .isPresent();
        }
    }

    @Test
    void makesUpTheSameNameForTheSameOperation(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            MapValue prefixed = Values.map("bucket_prefix", "acme-");

            ObjectState bucket = bench.create(prefixed, "operation-1");

            assertThat(bucket.attributes().text("bucket").orElseThrow()).matches("acme-[a-z0-9]{26}");
            assertThat(bench.type().recover(bench.session(), bench.request(prefixed, "operation-1")))
                    .hasValue(bucket);
        }
    }

    @Test
    void finishesABucketThatAnInterruptedCreationLeftWithoutTags(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            createDirectly(bench);

            ObjectState bucket = bench.type()
                    .recover(bench.session(), bench.request(FILES, "operation-1"))
                    .orElseThrow();

            assertThat(bucket.attributes().get("tags_all")).isEqualTo(Values.map("Name", "files", "team", "network"));
        }
    }

    @Test
    void takesOverNoBucketOfSomebodyElse(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            createDirectly(bench);
            S3.client(bench.session())
                    .putObject(put -> put.bucket("acme-files").key("theirs"), RequestBody.fromString("theirs"));

            Diagnostic taken = Diagnostic.error(
                            "The bucket \"acme-files\" is there already",
                            "This account has a bucket of this name that Corbel did not create here.")
                    .withHint("To manage it: adopt('aws_s3_bucket.test') { id = 'acme-files' }.");
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.type().recover(bench.session(), bench.request(FILES, "operation-1")))
                    .satisfies(failure -> assertThat(failure.diagnostic()).isEqualTo(taken));
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(FILES))
                    .satisfies(failure -> assertThat(failure.diagnostic()).isEqualTo(taken));
        }
    }

    private static void createDirectly(Bench bench) {
        S3.client(bench.session()).createBucket(call -> call.bucket("acme-files")
                .createBucketConfiguration(where -> where.locationConstraint("eu-central-1")));
    }

    @Test
    void deletesAFullBucketOnlyWhenToldTo(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            ObjectState bucket = bench.create(FILES);
            S3Client s3 = S3.client(bench.session());
            s3.putBucketVersioning(call ->
                    call.bucket("acme-files").versioningConfiguration(versioning -> versioning.status("Enabled")));
            for (String content : List.of("first", "second")) {
                s3.putObject(call -> call.bucket("acme-files").key("notes"), RequestBody.fromString(content));
            }
            s3.deleteObject(call -> call.bucket("acme-files").key("notes"));

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.delete(bucket))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The bucket \"acme-files\" is not empty",
                                            "S3 deletes empty buckets only. Old versions of objects count too."
                                                    + " Nothing of it was deleted.")
                                    .withHint("Empty it; or apply force_destroy = true first, which then deletes"
                                            + " all its objects with it.")));

            ObjectState forced = bench.update(bucket, FILES.with("force_destroy", Value.of(true)));
            bench.delete(forced);
            bench.delete(forced);

            assertThat(bench.read(forced)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void readsManyWithTheMissingOnesAbsent(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            ObjectState there = bench.create(FILES);
            ObjectState gone = bench.create(Values.map("bucket", "acme-gone"));
            bench.delete(gone);

            assertThat(bench.read(List.of(gone, there)))
                    .containsExactly(new ReadResult.Absent(), new ReadResult.Present(there));
        }
    }

    @Test
    void listsAndImports(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            ObjectState bucket = bench.create(FILES);

            assertThat(bench.type().list(bench.session())).containsExactly("acme-files");
            assertThat(bench.type().importObject(bench.session(), "acme-files").map(ObjectState::attributes))
                    .hasValue(bucket.attributes());
            assertThat(bench.type().importObject(bench.session(), "acme-other")).isEmpty();
        }
    }

    @Test
    void keepsObjectLock(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            ObjectState bucket = bench.create(FILES.with("object_lock_enabled", Value.of(true)));

            assertThat(bench.type()
                            .importObject(bench.session(), "acme-files")
                            .orElseThrow()
                            .attributes()
                            .get("object_lock_enabled"))
                    .isEqualTo(bucket.attributes().get("object_lock_enabled"));
        }
    }
}
