package dev.corbel.providers.aws.s3;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Creates a bucket, or finishes one that an interrupted creation left. S3 takes tags only after the bucket is there, so
 * one that is empty and has no tags at all may be left over from between the two calls.
 */
final class BucketCreation {
    private static final String FIRST_REGION = "us-east-1";

    private final AwsSession session;
    private final CreateRequest request;
    private final S3Client s3;
    private final String name;
    private final Waiter waiter;

    BucketCreation(AwsSession session, CreateRequest request) {
        this.session = session;
        this.request = request;
        this.s3 = S3.client(session);
        this.name = BucketNames.of(request);
        this.waiter = session.waiter(request.timeout().orElse(Duration.ofMinutes(20)));
    }

    ObjectState create() throws ProviderException {
        // In its first region S3 takes the creation of a bucket that the account has already for done.
        if (session.region().equals(FIRST_REGION) && isOurs()) {
            throw taken(null);
        }
        try {
            IdempotentCreate.create(
                    session,
                    Set.of("OperationAborted"),
                    this::call,
                    () -> leftOver() ? Optional.of(name) : Optional.empty());
        } catch (ProviderException failure) {
            throw failure.getCause() instanceof S3Exception cause ? translated(failure, cause) : failure;
        }
        return finish();
    }

    /** Whether there is such a bucket and this account may read it; that of another account is for S3 to refuse. */
    private boolean isOurs() {
        try {
            return new BucketReader(session).tags(name).isPresent();
        } catch (S3Exception failure) {
            if (ErrorClass.of(failure) == ErrorClass.ACCESS_DENIED) {
                return false;
            }
            throw failure;
        }
    }

    private String call(AwsRequestOverrideConfiguration once) {
        CreateBucketRequest.Builder call =
                CreateBucketRequest.builder().bucket(name).overrideConfiguration(once);
        if (new DesiredAttributes(request.planned()).isTrue("object_lock_enabled")) {
            call.objectLockEnabledForBucket(true);
        }
        if (!session.region().equals(FIRST_REGION)) {
            call.createBucketConfiguration(configuration -> configuration.locationConstraint(session.region()));
        }
        s3.createBucket(call.build());
        return name;
    }

    private ProviderException translated(ProviderException failure, S3Exception cause) {
        return switch (ErrorClass.code(cause)) {
            case "BucketAlreadyOwnedByYou" -> taken(cause);
            case "BucketAlreadyExists" -> new ProviderException(BucketPreflight.isTaken(name)).because(cause);
            default -> failure;
        };
    }

    private ProviderException taken(@org.jspecify.annotations.Nullable S3Exception cause) {
        ProviderException taken = new ProviderException(
                BucketPreflight.isThere(name, request.address().toString()));
        return cause == null ? taken : taken.because(cause);
    }

    Optional<ObjectState> recover() throws ProviderException {
        Optional<Map<String, String>> tags = new BucketReader(session).tags(name);
        if (tags.isEmpty()) {
            return Optional.empty();
        }
        if (request.token().equals(tags.get().get(Tags.OPERATION)) || leftOver()) {
            return Optional.of(finish());
        }
        throw taken(null);
    }

    /** Whether the bucket is there without any tag and without any object. */
    private boolean leftOver() {
        return new BucketReader(session).tags(name).filter(Map::isEmpty).isPresent()
                && s3.listObjectVersions(list -> list.bucket(name).maxKeys(1))
                        .versions()
                        .isEmpty();
    }

    private ObjectState finish() throws ProviderException {
        boolean lockable = new DesiredAttributes(request.planned()).isTrue("object_lock_enabled");
        BucketReader reader = new BucketReader(session);
        Map<String, String> tags = Tags.of(request.planned(), request.token());
        ObjectState beginning = reader.show(name, tags, lockable, request.planned());
        return new PartialResult(SdkFailures.SDK, beginning).then(() -> {
            waiter.whileRefused(S3.NOT_YET, () -> BucketTags.put(s3, name, tags));
            return waiter.untilPresent(
                    "the tags of the bucket " + name,
                    () -> reader.tags(name).filter(tags::equals).map(shown -> beginning));
        });
    }
}
