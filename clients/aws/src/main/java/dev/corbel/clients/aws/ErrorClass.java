package dev.corbel.clients.aws;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.apache.http.conn.ConnectTimeoutException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;

/** The kind of failure that a call met, as far as it decides what to do next. */
public enum ErrorClass {
    /** There are no credentials to sign with. */
    NO_CREDENTIALS,
    /** The credentials were good once. */
    EXPIRED_CREDENTIALS,
    /** AWS does not know the credentials. */
    REJECTED_CREDENTIALS,
    /** The credentials lack a permission. */
    ACCESS_DENIED,
    /** Too many calls. Nothing was done. */
    THROTTLED,
    /** No connection came about. Nothing was done. */
    UNREACHABLE,
    /** The object is not there, or not yet. */
    NOT_FOUND,
    /** The service says no for another reason. Nothing was done. */
    REFUSED,
    /** The call may or may not have been done: the service failed, or the answer got lost. */
    UNCERTAIN,
    /** The run was cancelled. */
    CANCELLED;

    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
    private static final Set<String> REJECTED = Set.of(
            "AuthFailure",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidToken",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException");
    private static final Set<String> DENIED =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AllAccessDisabled");

    /** The class of anything that a call throws. */
    public static ErrorClass of(Throwable failure) {
        if (failure instanceof AwsServiceException answer) {
            return ofAnswer(answer);
        }
        if (failure instanceof AbortedException) {
            return CANCELLED;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoCredentialsException) {
                return NO_CREDENTIALS;
            }
            if (cause instanceof RefusedCallException) {
                return REFUSED;
            }
            if (cause instanceof ConnectException
                    || cause instanceof ConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException) {
                return UNREACHABLE;
            }
        }
        return UNCERTAIN;
    }

    private static ErrorClass ofAnswer(AwsServiceException answer) {
        String code = code(answer);
        if (EXPIRED.contains(code)) {
            return EXPIRED_CREDENTIALS;
        }
        if (REJECTED.contains(code)) {
            return REJECTED_CREDENTIALS;
        }
        if (answer.isThrottlingException()) {
            return THROTTLED;
        }
        if (DENIED.contains(code)) {
            return ACCESS_DENIED;
        }
        if (answer.statusCode() >= 500) {
            return UNCERTAIN;
        }
        if (answer.statusCode() == 404 || isNotFoundCode(code)) {
            return NOT_FOUND;
        }
        return answer.statusCode() == 403 ? ACCESS_DENIED : REFUSED;
    }

    /** The service's own code, such as {@code InvalidVpcID.NotFound}; empty where it gives none. */
    public static String code(Throwable failure) {
        if (failure instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
            String code = answer.awsErrorDetails().errorCode();
            return code == null ? "" : code;
        }
        return "";
    }

    private static boolean isNotFoundCode(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        return lower.contains("notfound") || lower.startsWith("nosuch");
    }

    /** Tests for a failure that every call of a session meets, of all objects alike. */
    public boolean isOfSession() {
        return this == NO_CREDENTIALS
                || this == EXPIRED_CREDENTIALS
                || this == REJECTED_CREDENTIALS
                || this == UNREACHABLE;
    }

    /** Tests for a failure after which the call certainly changed nothing. */
    public boolean isWithoutEffect() {
        return this != UNCERTAIN && this != CANCELLED;
    }
}
