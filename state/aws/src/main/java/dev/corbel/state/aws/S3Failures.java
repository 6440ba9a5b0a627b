package dev.corbel.state.aws;

import dev.corbel.clients.aws.AwsFailure;
import dev.corbel.state.remote.RemoteConflictException;
import dev.corbel.state.remote.RemoteFailureException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Error;

/** Failures of S3 in words: bucket, key, code, request id, and what to do. */
final class S3Failures {
    /** The conditions of a write did not hold, or another write was on its way at the same time. */
    private static final Set<String> CONFLICTS =
            Set.of("PreconditionFailed", "ConditionalRequestConflict", "OperationAborted");

    private static final Set<String> WRONG_REGION = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException");
    private static final Pattern EXPECTED_REGION = Pattern.compile("expecting '([a-z0-9-]+)'");

    private final S3Settings settings;
    private final String region;

    /** The request, and the permission that it needs. */
    enum Deed {
        READ("read", "s3:GetObject"),
        WRITE("write", "s3:PutObject"),
        LIST("list", "s3:ListBucket"),
        DELETE("delete", "s3:DeleteObject");

        private final String word;
        private final String permission;

        Deed(String word, String permission) {
            this.word = word;
            this.permission = permission;
        }
    }

    S3Failures(S3Settings settings, String region) {
        this.settings = settings;
        this.region = region;
    }

    /** Tells whether there is no such object, as opposed to no such bucket. */
    static boolean isMissing(SdkException exception) {
        AwsFailure failure = AwsFailure.of(exception);
        return failure.status() == 404 && !failure.code().equals("NoSuchBucket");
    }

    IOException exception(Deed deed, String key, SdkException exception) {
        AwsFailure failure = AwsFailure.of(exception);
        String message = message(deed, key, failure.words());
        if (deed == Deed.WRITE && isConflict(failure)) {
            return new RemoteConflictException(message, exception);
        }
        return hint(deed, key, failure)
                .<IOException>map(hint -> new RemoteFailureException(message, hint, exception))
                .orElseGet(() -> new IOException(message, exception));
    }

    /** For one object of several that were to be deleted. */
    IOException notDeleted(S3Error error) {
        String message = message(Deed.DELETE, error.key(), error.code() + ": " + error.message());
        return error.code().equals("AccessDenied")
                ? new RemoteFailureException(message, permissions(Deed.DELETE, error.key()), null)
                : new IOException(message);
    }

    private String message(Deed deed, String key, String words) {
        return "Cannot " + deed.word + " " + key + " in bucket \"" + settings.bucket() + "\": " + words;
    }

    private static boolean isConflict(AwsFailure failure) {
        return failure.status() == 412
                || CONFLICTS.contains(failure.code())
                || (failure.status() == 404 && !failure.code().equals("NoSuchBucket"));
    }

    private Optional<String> hint(Deed deed, String key, AwsFailure failure) {
        if (failure.code().equals("NoSuchBucket")) {
            return Optional.of("Create the bucket, with versioning as a second safety, or correct its name: aws s3api"
                    + " create-bucket --bucket " + settings.bucket() + " --region " + region
                    + (region.equals("us-east-1")
                            ? ""
                            : " --create-bucket-configuration LocationConstraint=" + region));
        }
        if (failure.status() == 301 || failure.status() == 307 || WRONG_REGION.contains(failure.code())) {
            return Optional.of(wrongRegion(failure));
        }
        if (failure.status() == 501) {
            return Optional.of("This store does not know If-Match and If-None-Match on writes, so that two runs could"
                    + " overwrite each other's state. Use S3, or a store that knows them.");
        }
        return failure.hint().or(() -> failure.isDenied() ? Optional.of(permissions(deed, key)) : Optional.empty());
    }

    private String wrongRegion(AwsFailure failure) {
        Matcher expected = EXPECTED_REGION.matcher(failure.words());
        return failure.header("x-amz-bucket-region")
                .or(() -> expected.find() ? Optional.of(expected.group(1)) : Optional.empty())
                .map(actual -> "The bucket is not in " + region + ". Write region = '" + actual + "'.")
                .orElse("The bucket is not in " + region + ". Correct the region.");
    }

    private String permissions(Deed deed, String key) {
        String bucket = "arn:aws:s3:::" + settings.bucket();
        String needed = deed == Deed.LIST ? bucket : bucket + "/" + key;
        return "The credentials need " + deed.permission + " on " + needed
                + (deed == Deed.READ ? ", and s3:ListBucket on " + bucket : "")
                + settings.kmsKey()
                        .map(kms -> ", and kms:GenerateDataKey and kms:Decrypt on " + kms)
                        .orElse("")
                + settings.account()
                        .map(account -> "; the bucket has to belong to account " + account)
                        .orElse("")
                + ".";
    }
}
