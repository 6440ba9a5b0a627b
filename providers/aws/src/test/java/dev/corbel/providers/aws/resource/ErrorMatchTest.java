package dev.corbel.providers.aws.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class ErrorMatchTest {
    private static final ErrorMatch UNKNOWN_PRINCIPAL = new ErrorMatch("MalformedPolicy", "principal");

    private static AwsServiceException refused(String code, String message) {
        return AwsServiceException.builder()
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    @Test
    void isToldByCodeAndMessage() {
        assertThat(UNKNOWN_PRINCIPAL.test(refused("MalformedPolicy", "Invalid Principal in policy")))
                .isTrue();
        assertThat(UNKNOWN_PRINCIPAL.test(refused("MalformedPolicy", "Missing required field Effect")))
                .isFalse();
        assertThat(UNKNOWN_PRINCIPAL.test(refused("AccessDenied", "Invalid principal in policy")))
                .isFalse();
        assertThat(UNKNOWN_PRINCIPAL.test(SdkClientException.create("principal")))
                .isFalse();
    }
}
