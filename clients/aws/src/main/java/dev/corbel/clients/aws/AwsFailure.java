package dev.corbel.clients.aws;

import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A failure of the SDK, in the parts that people and programs ask for.
 *
 * @param code the service's own, such as {@code NoSuchBucket}; empty where it did not answer
 * @param status of HTTP; 0 where the service did not answer
 * @param words code, the service's message, and the facts that its support asks for; no full stop at the end
 */
public record AwsFailure(SdkException exception, String code, int status, String words) {
    /** Takes a failure apart. */
    public static AwsFailure of(SdkException exception) {
        if (!(exception instanceof AwsServiceException answer)) {
            return new AwsFailure(exception, "", 0, reason(exception));
        }
        String code = "";
        String message = "";
        if (answer.awsErrorDetails() != null) {
            code = text(answer.awsErrorDetails().errorCode());
            message = text(answer.awsErrorDetails().errorMessage()).strip();
        }
        StringJoiner words = new StringJoiner(": ");
        if (!code.isEmpty()) {
            words.add(code);
        }
        words.add(message.isEmpty() ? "the service gives no reason" : withoutStop(message));
        String request = answer.requestId() == null ? "" : ", request id " + answer.requestId();
        return new AwsFailure(
                exception, code, answer.statusCode(), words + " (HTTP " + answer.statusCode() + request + ")");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String reason(Throwable failure) {
        Optional<NoCredentialsException> none = NoCredentialsException.in(failure);
        if (none.isPresent()) {
            return "there are no AWS credentials: "
                    + withoutStop(text(none.get().getMessage()));
        }
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null ? innermost.getClass().getSimpleName() : withoutStop(message.strip());
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** Tests whether the credentials lack a permission. */
    public boolean isDenied() {
        return ErrorClass.of(exception) == ErrorClass.ACCESS_DENIED;
    }

    /** The way out of a failure that every service may have; empty where it is of another kind. */
    public Optional<String> hint() {
        return switch (ErrorClass.of(exception)) {
            case NO_CREDENTIALS ->
                Optional.of("Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, sign in with the AWS command line, or"
                        + " name a profile in the block.");
            case EXPIRED_CREDENTIALS ->
                Optional.of("The session of these credentials is over. Sign in again and repeat the command.");
            case REJECTED_CREDENTIALS ->
                Optional.of("AWS does not know these credentials. Check the access key, the profile and the clock of"
                        + " this machine.");
            case UNREACHABLE ->
                Optional.of("Nothing answers there. Check the network, the region, and the endpoint where one is set.");
            default -> Optional.empty();
        };
    }

    /** A header of the answer; empty where there is none. */
    public Optional<String> header(String name) {
        return exception instanceof AwsServiceException answer
                        && answer.awsErrorDetails() != null
                        && answer.awsErrorDetails().sdkHttpResponse() != null
                ? answer.awsErrorDetails().sdkHttpResponse().firstMatchingHeader(name)
                : Optional.empty();
    }
}
