package dev.corbel.state.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.remote.RemoteConflictException;
import dev.corbel.state.remote.RemoteFailureException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts for people where S3 says no. */
class S3FailuresTest {
    private static final byte[] DATA = {1};

    private final Answers service = new Answers();

    @AfterEach
    void stop() {
        service.close();
    }

    private S3Objects objects(String... more) {
        return new S3Objects(Blocks.s3(service.endpoint(), more), "production");
    }

    private static String told(ThrowingCallable call) {
        Throwable failure = catchThrowable(call);
        assertThat(failure).isInstanceOf(IOException.class);
        return failure.getMessage() + (failure instanceof RemoteFailureException known ? "\n" + known.hint() : "");
    }

    @Test
    void asksWithTheConditionsAndWithWhatTheBlockSays() throws IOException {
        service.answer(200, Map.of("ETag", "\"one\""), "").answer(200, Map.of("ETag", "\"two\""), "");
        try (S3Objects objects = objects("account", "123456789012", "kmsKey", "alias/state")) {
            assertThat(objects.create("head.json", DATA)).isEqualTo("\"one\"");
            assertThat(objects.replace("head.json", DATA, "\"one\"")).isEqualTo("\"two\"");
        }
        String rest = ", x-amz-expected-bucket-owner: 123456789012, x-amz-server-side-encryption: aws:kms"
                + ", x-amz-server-side-encryption-aws-kms-key-id: alias/state";
        assertThat(service.asked())
                .isEqualTo(List.of(
                        "PUT /acme-state/corbel/production/head.json, If-None-Match: *" + rest,
                        "PUT /acme-state/corbel/production/head.json, If-Match: \"one\"" + rest));
    }

    @ParameterizedTest
    @CsvSource({
        "412, PreconditionFailed",
        "409, ConditionalRequestConflict",
        "409, OperationAborted",
        "404, NoSuchKey",
    })
    void aConditionThatDoesNotHoldIsAConflict(int status, String code) {
        // The SDK may try a conflict once more.
        for (int i = 0; i < 6; i++) {
            service.error(status, code, "At least one of the pre-conditions you specified did not hold.");
        }
        try (S3Objects objects = objects()) {
            assertThatExceptionOfType(RemoteConflictException.class)
                    .isThrownBy(() -> objects.replace("head.json", DATA, "\"one\""))
                    .withMessage("Cannot write corbel/production/head.json in bucket \"acme-state\": " + code
                            + ": At least one of the pre-conditions you specified did not hold (HTTP " + status
                            + ", request id 4442587FB7D0A2F9)");
        }
    }

    @Test
    void deniedAccessNamesThePermission() {
        service.error(403, "AccessDenied", "Access Denied").error(403, "AccessDenied", "Access Denied");
        try (S3Objects objects = objects()) {
            assertThat(told(() -> objects.get("head.json"))).isEqualTo("""
                    Cannot read corbel/production/head.json in bucket "acme-state": AccessDenied: Access Denied (HTTP 403, \
                    request id 4442587FB7D0A2F9)
                    The credentials need s3:GetObject on arn:aws:s3:::acme-state/corbel/production/head.json, and \
                    s3:ListBucket on arn:aws:s3:::acme-state.""");
            assertThat(told(() -> objects.list("journal/"))).isEqualTo("""
                    Cannot list corbel/production/journal/ in bucket "acme-state": AccessDenied: Access Denied (HTTP 403, \
                    request id 4442587FB7D0A2F9)
                    The credentials need s3:ListBucket on arn:aws:s3:::acme-state.""");
        }
    }

    @Test
    void deniedAccessNamesTheKeyAndTheAccountWhereThereAreSome() {
        service.error(403, "AccessDenied", "Access Denied");
        try (S3Objects objects = objects("account", "123456789012", "kmsKey", "alias/state")) {
            assertThat(told(() -> objects.create("a", DATA))).endsWith("""

                    The credentials need s3:PutObject on arn:aws:s3:::acme-state/corbel/production/a, and \
                    kms:GenerateDataKey and kms:Decrypt on alias/state; the bucket has to belong to account 123456789012.""");
        }
    }

    @Test
    void objectsThatCouldNotBeDeletedAreNamed() {
        service.answer(200, """
                <DeleteResult><Error><Key>corbel/production/journal/1</Key><Code>AccessDenied</Code>\
                <Message>Access Denied</Message></Error></DeleteResult>""").answer(200, """
                <DeleteResult><Error><Key>corbel/production/journal/1</Key><Code>InternalError</Code>\
                <Message>Try again.</Message></Error></DeleteResult>""");
        try (S3Objects objects = objects()) {
            assertThat(told(() -> objects.delete(List.of("journal/1")))).isEqualTo("""
                    Cannot delete corbel/production/journal/1 in bucket "acme-state": AccessDenied: Access Denied
                    The credentials need s3:DeleteObject on arn:aws:s3:::acme-state/corbel/production/journal/1.""");
            assertThat(told(() -> objects.delete(List.of("journal/1")))).isEqualTo("""
                    Cannot delete corbel/production/journal/1 in bucket "acme-state": InternalError: Try again.""");
        }
    }

    @Test
    void aBucketElsewhereNamesItsRegion() {
        service.error(
                        301,
                        Map.of("x-amz-bucket-region", "eu-west-1"),
                        "PermanentRedirect",
                        "The bucket you are attempting to access must be addressed using the specified endpoint.")
                .error(
                        400,
                        "AuthorizationHeaderMalformed",
                        "The authorization header is malformed; the region 'eu-central-1' is wrong; expecting"
                                + " 'eu-north-1'");
        try (S3Objects objects = objects()) {
            assertThat(told(() -> objects.get("head.json")))
                    .endsWith("\nThe bucket is not in eu-central-1. Write region = 'eu-west-1'.");
            assertThat(told(() -> objects.get("head.json")))
                    .endsWith("\nThe bucket is not in eu-central-1. Write region = 'eu-north-1'.");
        }
    }

    @Test
    void aStoreThatRefusesConditionsIsNone() {
        for (int i = 0; i < 6; i++) {
            service.error(
                    501, "NotImplemented", "A header you provided implies functionality that is not implemented.");
        }
        try (S3Objects objects = objects()) {
            assertThat(told(() -> objects.create("head.json", DATA))).isEqualTo("""
                    Cannot write corbel/production/head.json in bucket "acme-state": NotImplemented: A header you provided \
                    implies functionality that is not implemented (HTTP 501, request id 4442587FB7D0A2F9)
                    This store does not know If-Match and If-None-Match on writes, so that two runs could overwrite each \
                    other's state. Use S3, or a store that knows them.""");
        }
    }

    @Test
    void aProfileThatIsNotThereIsNamed() {
        try (S3Objects objects = objects("profile", "nobody")) {
            assertThat(told(() -> objects.get("head.json"))).isEqualTo("""
                    Cannot read corbel/production/head.json in bucket "acme-state": there are no AWS credentials: the \
                    profile "nobody" gives none: Profile file contained no credentials for profile 'nobody'
                    Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, sign in with the AWS command line, or name a profile \
                    in the block.""");
        }
        assertThat(service.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, ExpiredToken, The session of these credentials is over. Sign in again and repeat the command.",
        "403, InvalidAccessKeyId, 'AWS does not know these credentials. Check the access key, the profile and the clock of"
                + " this machine.'",
    })
    void credentialsThatAreNoGoodAreToldFromMissingPermissions(int status, String code, String hint) {
        service.error(status, code, "No.").error(status, code, "No.");
        try (S3Objects objects = objects()) {
            assertThat(told(() -> objects.get("head.json"))).endsWith("\n" + hint);
        }
    }

    @Test
    void aPlaceThatDoesNotAnswerIsToldAtOnce() {
        service.close();
        URI endpoint = service.endpoint();
        try (S3Objects objects = new S3Objects(Blocks.s3(endpoint), "production")) {
            assertThat(told(() -> objects.get("head.json")))
                    .startsWith("Cannot read corbel/production/head.json in bucket \"acme-state\": ")
                    .contains("Connection refused")
                    .endsWith(
                            "\nNothing answers there. Check the network, the region, and the endpoint where one is set.");
        }
    }

    @Test
    void aRegionIsNeeded() {
        MapValue block = new MapValue(Map.of("bucket", Value.of("acme-state"), "prefix", Value.of("corbel")));
        DiagnosticsException refused = catchThrowableOfType(
                DiagnosticsException.class, () -> new S3Objects(S3Settings.from(block), "production"));
        assertThat(refused.diagnostics())
                .containsExactly(Diagnostic.error(
                                "No AWS region is given",
                                "Neither state('s3') nor AWS_REGION nor the profile names one.")
                        .withHint("Add region = '…'."));
    }
}
