package dev.corbel.providers.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

@ExtendWith(MotoExtension.class)
class IamPolicyResourceTest {
    private static final String ARN = "arn:aws:iam::123456789012:policy/apps/files";
    private static final MapValue FILES = Values.map("name", "files", "path", "/apps/", "policy", Policies.READ);

    private static Bench bench(String type, MotoServer moto) {
        FakeTime time = new FakeTime();
        return Bench.of(type, moto, new ProviderContext(Path.of("."), "test", time, time));
    }

    @Test
    void keepsFiveVersionsAndDropsTheOldestThatIsNotInForce(MotoServer moto) throws Exception {
        try (Bench bench = bench("aws_iam_policy", moto)) {
            ObjectState policy = bench.create(FILES);
            for (int i = 1; i <= 6; i++) {
                policy = bench.update(policy, FILES.with("policy", Value.of(Policies.allow("s3:Number" + i))));
            }

            assertThat(Iam.client(bench.session())
                            .listPolicyVersions(call -> call.policyArn(ARN))
                            .versions())
                    .extracting(PolicyVersion::versionId)
                    .containsExactlyInAnyOrder("v3", "v4", "v5", "v6", "v7");
            assertThat(policy.attributes().text("policy")).hasValue(Policies.allow("s3:Number6"));

            bench.delete(policy);
            assertThat(bench.read(policy)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void countsItsAttachments(MotoServer moto) throws Exception {
        try (Bench bench = bench("aws_iam_policy", moto);
                Bench roles = bench("aws_iam_role", moto);
                Bench attachments = bench("aws_iam_role_policy_attachment", moto)) {
            ObjectState policy = bench.create(FILES);
            roles.create(Values.map("name", "orders", "assume_role_policy", Policies.TRUST_TASKS));
            ObjectState attachment = attachments.create(Values.map("role", "orders", "policy_arn", ARN));

            assertThat(bench.read(policy))
                    .isEqualTo(new ReadResult.Present(
                            new ObjectState(policy.attributes().with("attachment_count", Value.of(1)))));
            attachments.delete(attachment);
            bench.delete(policy);
            assertThat(bench.read(policy)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void saysThatItIsStillAttached() throws Exception {
        try (FakeAws aws = new FakeAws()) {
            FakeTime time = new FakeTime();
            ProviderContext context = new ProviderContext(Path.of("."), "test", time, time);
            aws.answers("<ListPolicyVersionsResponse><ListPolicyVersionsResult><IsTruncated>false</IsTruncated>"
                    + "</ListPolicyVersionsResult></ListPolicyVersionsResponse>");
            for (int i = 0; i < 20; i++) {
                aws.answers(
                        409,
                        Map.of(),
                        "<ErrorResponse><Error><Code>DeleteConflict</Code><Message>It is attached.</Message></Error>"
                                + "</ErrorResponse>");
            }
            try (Bench bench = Bench.at("aws_iam_policy", aws.endpoint(), context)) {
                ObjectState policy = new ObjectState(FILES.with("arn", Value.of(ARN)));

                assertThatExceptionOfType(ProviderException.class)
                        .isThrownBy(() -> bench.delete(policy))
                        .satisfies(failure -> assertThat(failure.diagnostic())
                                .isEqualTo(Diagnostic.error(
                                                "The policy \"files\" is still attached",
                                                "IAM deletes a policy only after it was taken from all roles, users"
                                                        + " and groups.")
                                        .withHint("Take it away where Corbel does not manage the attachment.")));
                assertThat(time.slept()).isGreaterThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void takesOverNoPolicyOfSomebodyElse(MotoServer moto) throws Exception {
        try (Bench bench = bench("aws_iam_policy", moto)) {
            bench.create(FILES);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(FILES))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The policy \"files\" is there already",
                                            "This account has a policy of this name that Corbel did not create here.")
                                    .withHint("To manage it: adopt('aws_iam_policy.test') { id = '" + ARN + "' }.")));
        }
    }
}
