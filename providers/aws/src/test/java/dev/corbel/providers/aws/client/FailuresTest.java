package dev.corbel.providers.aws.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.clients.aws.Retries;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.AwsProvider;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

class FailuresTest {
    private final FakeAws aws = new FakeAws();

    @AfterEach
    void close() {
        aws.close();
    }

    private Diagnostic describe() {
        try (AwsSession session = (AwsSession) new AwsProvider()
                .open(
                        Values.map("region", "eu-central-1", "endpoint", aws.endpoint()),
                        ProviderContext.system(Path.of("."), "test"))) {
            Ec2Client ec2 = session.client(Ec2Client.class, Ec2Client::builder);
            return Failures.diagnose(catchThrowableOfType(SdkException.class, ec2::describeVpcs));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|RequestExpired|The session of these credentials is over. Sign in again and repeat the command.",
                "401|AuthFailure|AWS does not know these credentials. Check the access key, the profile and the clock of"
                        + " this machine.",
                "403|UnauthorizedOperation|The credentials lack the permission for DescribeVpcs. Add it to the role or"
                        + " user, or name another with assumeRole."
            })
    void namesServiceCallCodeAndRequest(int status, String code, String hint) {
        aws.refuses(status, Map.of(), code, "No").refuses(status, Map.of(), code, "No");

        Diagnostic expected = Diagnostic.error(
                        "EC2 DescribeVpcs failed: " + code, "No. (HTTP " + status + ", request id request-1)")
                .withHint(hint);
        boolean ofSession = !code.equals("UnauthorizedOperation");
        assertThat(describe()).isEqualTo(ofSession ? expected.ofSession() : expected);
    }

    @Test
    void saysThatARegionMayNotBeEnabled() {
        aws.refuses(401, Map.of(), "AuthFailure", "No");
        try (AwsSession session = (AwsSession) new AwsProvider()
                .open(
                        Values.map("region", "eu-south-1", "endpoint", aws.endpoint()),
                        ProviderContext.system(Path.of("."), "test"))) {
            Ec2Client ec2 = session.client(Ec2Client.class, Ec2Client::builder);
            assertThat(Failures.diagnose(catchThrowableOfType(SdkException.class, ec2::describeVpcs))
                            .hint())
                    .hasValueSatisfying(hint ->
                            assertThat(hint).startsWith("The region eu-south-1 is not enabled for this account, or "));
        }
    }

    @Test
    void waitsAsLongAsTheServiceAsks() {
        aws.refuses(503, Map.of("Retry-After", "1"), "RequestLimitExceeded", "Slow down.")
                .refuses(403, Map.of(), "UnauthorizedOperation", "No");

        assertThat(describe().summary()).isEqualTo("EC2 DescribeVpcs failed: UnauthorizedOperation");
        assertThat(Duration.between(aws.calls().get(0).at(), aws.calls().get(1).at()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void saysWhatToDoAboutThrottling() {
        assertThat(Failures.diagnose((SdkException) Ec2Exception.builder()
                        .statusCode(503)
                        .requestId("request-1")
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("RequestLimitExceeded")
                                .errorMessage("Slow down.")
                                .build())
                        .build()))
                .isEqualTo(
                        Diagnostic.error(
                                        "A call to AWS failed: RequestLimitExceeded",
                                        "Slow down. (HTTP 503, request id request-1)")
                                .withHint(
                                        "AWS limits the rate of these calls. Use a smaller --parallelism, or try again later."));
    }

    @ParameterizedTest
    @CsvSource({"500, true", "503, true", "400, false", "404, false"})
    void knowsWhetherACallMayHaveHadItsEffect(int status, boolean uncertain) {
        SdkException failure =
                (SdkException) Ec2Exception.builder().statusCode(status).build();

        assertThat(Failures.exception(failure).isUncertain()).isEqualTo(uncertain);
    }

    @Test
    void saysWhereAFailureOfTheServiceLeavesThings() {
        for (int i = 0; i < Retries.attempts(ErrorClass.UNCERTAIN, false); i++) {
            aws.refuses(500, Map.of(), "InternalError", "Oops");
        }

        assertThat(describe())
                .isEqualTo(Diagnostic.error(
                                "EC2 DescribeVpcs failed: InternalError", "Oops. (HTTP 500, request id request-1)")
                        .withHint("Whether the call took effect is not known. Plan again to see what is there."));
        assertThat(aws.actions()).hasSize(Retries.attempts(ErrorClass.UNCERTAIN, false));
    }
}
