package dev.corbel.providers.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class S3BucketPolicyResourceTest {
    private static final String TYPE = "aws_s3_bucket_policy";
    private static final String POLICY = """
            {"Version": "2012-10-17",
             "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:*"], "Resource": "arn:aws:s3:::acme-files"}]}
            """;
    private static final String SAME = "{\"Statement\":{\"Action\":\"s3:*\",\"Effect\":\"Deny\",\"Principal\":\"*\","
            + "\"Resource\":[\"arn:aws:s3:::acme-files\"]},\"Version\":\"2012-10-17\"}";

    private final FakeTime time = new FakeTime();

    private static MapValue policy(String text) {
        return Values.map("bucket", "acme-files", "policy", text);
    }

    private Bench bench(FakeAws aws) {
        return Bench.at(TYPE, aws.endpoint(), new ProviderContext(Path.of("."), "test", time, time));
    }

    private static Map<String, String> xml() {
        return Map.of("Content-Type", "application/xml");
    }

    private static void refuse(FakeAws aws, String message) {
        aws.answers(
                400,
                xml(),
                "<Error><Code>MalformedPolicy</Code><Message>" + message
                        + "</Message><RequestId>request-1</RequestId></Error>");
    }

    @Test
    void keepsTheTextOfTheDefinitionWhileTheBucketSaysTheSame(MotoServer moto) throws Exception {
        try (Bench buckets = Bench.of("aws_s3_bucket", moto);
                Bench bench = Bench.of(TYPE, moto)) {
            buckets.create(Values.map("bucket", "acme-files"));
            ObjectState policy = bench.create(policy(POLICY));
            S3.client(bench.session())
                    .putBucketPolicy(call -> call.bucket("acme-files").policy(SAME));

            assertThat(bench.read(policy)).isEqualTo(new ReadResult.Present(policy));
            assertThat(bench.plan(policy.attributes(), policy(SAME))
                            .attributes()
                            .text("policy"))
                    .hasValue(POLICY);

            String other = SAME.replace("Deny", "Allow");
            S3.client(bench.session())
                    .putBucketPolicy(call -> call.bucket("acme-files").policy(other));
            assertThat(bench.read(policy))
                    .isEqualTo(new ReadResult.Present(bench.type()
                            .importObject(bench.session(), "acme-files")
                            .orElseThrow()));

            bench.delete(policy);
            assertThat(bench.read(policy)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void waitsForPrincipalsThatAreNew() throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws)) {
            refuse(aws, "Invalid principal in policy");
            refuse(aws, "Invalid principal in policy");
            aws.answers(200, Map.of(), "").answers(200, Map.of(), SAME);

            ObjectState policy = bench.create(policy(POLICY));

            assertThat(policy.attributes().text("policy")).hasValue(POLICY);
            assertThat(aws.actions()).containsExactly("PUT", "PUT", "PUT", "GET");
            assertThat(time.pauses()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(300));
        }
    }

    @Test
    void waitsUntilItShows() throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws)) {
            aws.answers(200, Map.of(), "")
                    .answers(404, xml(), "<Error><Code>NoSuchBucketPolicy</Code></Error>")
                    .answers(200, Map.of(), SAME);

            bench.create(policy(POLICY));

            assertThat(aws.actions()).containsExactly("PUT", "GET", "GET");
        }
    }

    @Test
    void saysWhatItWaitedForAndThatThePolicyIsSet() throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws)) {
            aws.answers(200, Map.of(), "");
            for (int i = 0; i < 20; i++) {
                aws.answers(404, xml(), "<Error><Code>NoSuchBucketPolicy</Code></Error>");
            }

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(policy(POLICY)))
                    .satisfies(failure -> {
                        assertThat(failure.diagnostic().summary())
                                .isEqualTo("Waited 20 seconds for the policy of the bucket acme-files");
                        assertThat(failure.object().orElseThrow().attributes().text("policy"))
                                .hasValue(POLICY);
                    });
        }
    }

    @Test
    void reportsOtherFaultsOfAPolicyAtOnce() throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws)) {
            refuse(aws, "Missing required field Effect");

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(policy(POLICY)))
                    .satisfies(failure -> {
                        assertThat(failure.diagnostic().summary())
                                .isEqualTo("S3 PutBucketPolicy failed: MalformedPolicy");
                        assertThat(failure.diagnostic().detail())
                                .isEqualTo("Missing required field Effect. (HTTP 400, request id request-1)");
                        assertThat(failure.object()).isEmpty();
                    });
        }
    }
}
