package dev.corbel.clients.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;

class ErrorClassTest {
    private static AwsServiceException answer(int status, String code) {
        return AwsServiceException.builder()
                .statusCode(status)
                .requestId("request-1")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("No.")
                        .build())
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "400, ExpiredToken, EXPIRED_CREDENTIALS",
        "401, AuthFailure, REJECTED_CREDENTIALS",
        "403, SignatureDoesNotMatch, REJECTED_CREDENTIALS",
        "400, AccessDeniedException, ACCESS_DENIED",
        "403, AnythingElse, ACCESS_DENIED",
        "400, Throttling, THROTTLED",
        "503, ServiceUnavailable, UNCERTAIN",
        "404, '', NOT_FOUND",
        "400, InvalidVpcID.NotFound, NOT_FOUND",
        "400, NoSuchBucket, NOT_FOUND",
        "400, InvalidParameterValue, REFUSED"
    })
    void anAnswerIsClassedByCodeAndStatus(int status, String code, ErrorClass expected) {
        assertThat(ErrorClass.of(answer(status, code))).isEqualTo(expected);
    }

    @Test
    void aCallWithoutAnAnswerIsClassedByItsCauses() {
        assertThat(ErrorClass.of(SdkClientException.create("no", new UnknownHostException("nowhere"))))
                .isEqualTo(ErrorClass.UNREACHABLE);
        assertThat(ErrorClass.of(AbortedException.create("stop"))).isEqualTo(ErrorClass.CANCELLED);
        assertThat(ErrorClass.of(SdkClientException.create("broken off"))).isEqualTo(ErrorClass.UNCERTAIN);
    }

    @Test
    void aFailureComesApartIntoCodeStatusAndWords() {
        AwsFailure failure = AwsFailure.of(answer(403, "AccessDenied"));

        assertThat(failure.code()).isEqualTo("AccessDenied");
        assertThat(failure.status()).isEqualTo(403);
        assertThat(failure.words()).isEqualTo("AccessDenied: No (HTTP 403, request id request-1)");
        assertThat(failure.isDenied()).isTrue();
        assertThat(failure.hint()).isEmpty();
        assertThat(AwsFailure.of(answer(401, "InvalidToken")).hint())
                .contains("AWS does not know these credentials. Check the access key, the profile and the clock of this"
                        + " machine.");
    }
}
