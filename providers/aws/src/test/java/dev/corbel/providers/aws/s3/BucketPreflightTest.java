package dev.corbel.providers.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType.PreflightRequest;
import dev.corbel.providers.api.ResourceType.Step;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(MotoExtension.class)
class BucketPreflightTest {
    private static final MapValue FILES = Values.map("bucket", "acme-files", "tags", Values.map("Name", "files"));

    private static List<String> problems(Bench bench, Step step, MapValue... buckets) {
        List<PreflightRequest> requests = List.of(buckets).stream()
                .map(bucket -> new PreflightRequest(step, Address.resource("aws_s3_bucket", "test"), bucket))
                .toList();
        return bench.type().preflight(bench.session(), requests).stream()
                .map(Diagnostic::summary)
                .toList();
    }

    @Test
    void saysThatANameIsInUse(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            assertThat(problems(bench, Step.CREATE, FILES, FILES.with("bucket", Value.unknown())))
                    .isEmpty();
            bench.create(FILES);

            assertThat(problems(bench, Step.CREATE, FILES, FILES.with("bucket", Value.of("acme-free"))))
                    .containsExactly("The bucket \"acme-files\" is there already");
        }
    }

    @Test
    void takesABucketThatAnInterruptedCreationLeftForNone(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            moto.makeBucket("acme-files", "eu-central-1");

            assertThat(problems(bench, Step.CREATE, FILES)).isEmpty();
        }
    }

    @Test
    void saysThatANameIsTakenByAnotherAccountOrRegion() throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = Bench.at("aws_s3_bucket", aws.endpoint(), ProviderContext.system(Path.of("."), "test"))) {
            aws.answers(403, Map.of(), "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");

            assertThat(problems(bench, Step.CREATE, FILES)).containsExactly("The bucket name \"acme-files\" is taken");
        }
    }

    @Test
    void saysThatABucketIsNotEmptyUnlessItIsEmptiedFirst(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_s3_bucket", moto)) {
            ObjectState bucket = bench.create(FILES);
            assertThat(problems(bench, Step.DELETE, bucket.attributes())).isEmpty();
            S3Client s3 = S3.client(bench.session());
            moto.s3("PUT", "acme-files/file", "contents");

            assertThat(problems(bench, Step.DELETE, bucket.attributes()))
                    .containsExactly("The bucket \"acme-files\" is not empty");
            assertThat(problems(bench, Step.DELETE, bucket.attributes().with("force_destroy", Value.of(true))))
                    .isEmpty();

            s3.deleteObject(call -> call.bucket("acme-files").key("file"));
            bench.delete(bucket);
            assertThat(problems(bench, Step.DELETE, bucket.attributes())).isEmpty();
        }
    }
}
