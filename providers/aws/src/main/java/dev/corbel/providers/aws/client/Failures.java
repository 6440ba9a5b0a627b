package dev.corbel.providers.aws.client;

import dev.corbel.clients.aws.CallTrace;
import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.clients.aws.NamedProfile;
import dev.corbel.clients.aws.NoCredentialsException;
import dev.corbel.clients.aws.OptInRegions;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Puts failures of the SDK into words: service, call, code, request id, and what to do. */
public final class Failures {
    private Failures() {}

    public static ProviderException exception(SdkException failure) {
        ProviderException exception = ErrorClass.of(failure).isWithoutEffect()
                ? new ProviderException(diagnose(failure))
                : ProviderException.uncertain(diagnose(failure));
        return exception.dueTo(cause(failure)).because(failure);
    }

    /** A problem with credentials or the endpoint is one of the session, since all objects meet it. */
    public static Diagnostic diagnose(SdkException failure) {
        ErrorClass kind = ErrorClass.of(failure);
        return kind.isOfSession() ? diagnose(kind, failure).ofSession() : diagnose(kind, failure);
    }

    /** The answer for an object that could not be read. */
    public static ReadResult.Unreadable unreadable(SdkException failure) {
        return new ReadResult.Unreadable(diagnose(failure), cause(failure));
    }

    static ReadResult.Cause cause(SdkException failure) {
        return switch (ErrorClass.of(failure)) {
            case ACCESS_DENIED, NO_CREDENTIALS, EXPIRED_CREDENTIALS, REJECTED_CREDENTIALS ->
                ReadResult.Cause.PERMISSION;
            case THROTTLED -> ReadResult.Cause.THROTTLED;
            case UNREACHABLE -> ReadResult.Cause.UNREACHABLE;
            default -> ReadResult.Cause.FAILED;
        };
    }

    private static Diagnostic diagnose(ErrorClass kind, SdkException failure) {
        Optional<CallTrace> trace = CallTrace.of(failure);
        String call = trace.map(t -> t.service() + " " + t.operation()).orElse("A call to AWS");
        return switch (kind) {
            case NO_CREDENTIALS ->
                Diagnostic.error("There are no AWS credentials", reason(failure))
                        .withHint(
                                "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, sign in with the AWS command line, or"
                                        + " name a profile: provider('aws') { profile = '…' }.");
            case UNREACHABLE ->
                Diagnostic.error(
                                "Nothing answers at "
                                        + trace.map(CallTrace::endpoint).orElse("the endpoint"),
                                call + " could not connect: " + reason(failure))
                        .withHint("Check the network, the region and, where one is set, the endpoint"
                                + " (provider('aws') { endpoint = '…' } or AWS_ENDPOINT_URL).");
            case CANCELLED ->
                Diagnostic.error(call + " was cancelled", "Whether it took effect is known to AWS alone.");
            default ->
                Diagnostic.error(call + " failed" + suffix(ErrorClass.code(failure)), answer(failure))
                        .withHint(hint(kind, trace));
        };
    }

    private static String suffix(String code) {
        return code.isEmpty() ? "" : ": " + code;
    }

    /** The service's message, then the facts that AWS's support asks for. */
    private static String answer(SdkException failure) {
        StringJoiner facts = new StringJoiner(", ", " (", ")").setEmptyValue("");
        if (failure instanceof AwsServiceException answer) {
            facts.add("HTTP " + answer.statusCode());
            if (answer.requestId() != null) {
                facts.add("request id " + answer.requestId());
            }
            String message = answer.awsErrorDetails() == null
                    ? null
                    : answer.awsErrorDetails().errorMessage();
            return sentence(message == null ? "The service gives no reason" : message) + facts;
        }
        return sentence(reason(failure));
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") ? stripped : stripped + ".";
    }

    private static String reason(Throwable failure) {
        Optional<NoCredentialsException> none = NoCredentialsException.in(failure);
        if (none.isPresent()) {
            return sentence(NamedProfile.missing(none.get().profile(), "the provider block")
                    .orElse(begun(none.get())));
        }
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return sentence(message == null ? innermost.getClass().getSimpleName() : message);
    }

    private static String begun(NoCredentialsException none) {
        String reason = String.valueOf(none.getMessage());
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
    }

    private static @Nullable String hint(ErrorClass kind, Optional<CallTrace> trace) {
        return switch (kind) {
            case EXPIRED_CREDENTIALS ->
                "The session of these credentials is over. Sign in again and repeat the command.";
            case REJECTED_CREDENTIALS ->
                trace.map(CallTrace::region)
                        .filter(OptInRegions::mayBeOff)
                        .map(
                                region -> "The region " + region
                                        + " is not enabled for this account, or AWS does not know these"
                                        + " credentials. See the account's list of regions, and check the access key and the profile.")
                        .orElse(
                                "AWS does not know these credentials. Check the access key, the profile and the clock of this"
                                        + " machine.");
            case ACCESS_DENIED ->
                "The credentials lack the permission for "
                        + trace.map(CallTrace::operation).orElse("this call")
                        + ". Add it to the role or user, or name another with assumeRole.";
            case THROTTLED -> "AWS limits the rate of these calls. Use a smaller --parallelism, or try again later.";
            case UNCERTAIN -> "Whether the call took effect is not known. Plan again to see what is there.";
            default -> null;
        };
    }
}
