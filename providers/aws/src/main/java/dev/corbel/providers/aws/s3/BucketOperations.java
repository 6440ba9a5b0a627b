package dev.corbel.providers.aws.s3;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.PreflightRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;

/** The calls of {@code aws_s3_bucket}. */
final class BucketOperations implements Operations {
    /** Read one by one, but many at a time. */
    static final int BATCH = 100;

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        BucketReader reader = new BucketReader(session);
        return session.batch()
                .readEach(
                        requests,
                        request -> reader.find(
                                new DesiredAttributes(request.prior().attributes()).required("id"),
                                request.prior().attributes()));
    }

    @Override
    public List<Attached> listAttached(AwsSession session, List<Parent> buckets) {
        return AttachedSettings.accessLists(session, buckets);
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        return new BucketCreation(session, request).create();
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        return new BucketCreation(session, request).recover();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        String name = new DesiredAttributes(request.prior().attributes()).required("id");
        BucketReader reader = new BucketReader(session);
        Tags.Change change = Tags.Change.between(request.prior().attributes(), request.planned());
        if (!change.isEmpty()) {
            // All at once: what is Corbel's or AWS's own among them must be sent again.
            Map<String, String> tags = new LinkedHashMap<>(reader.tags(name).orElse(Map.of()));
            tags.keySet().removeAll(change.removed());
            tags.putAll(change.set());
            tags.keySet().removeIf(Tags::isOfAws);
            session.waiter(request.timeout().orElse(Duration.ofMinutes(20)))
                    .whileRefused(Set.of("OperationAborted"), () -> BucketTags.put(S3.client(session), name, tags));
        }
        return reader.find(name, request.planned()).orElseThrow(() -> NotFound.exception("bucket " + name));
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        String name = prior.required("id");
        S3Client s3 = S3.client(session);
        if (prior.isTrue("force_destroy")) {
            new BucketContents(session, name).delete(prior.isTrue("object_lock_enabled"));
        }
        try {
            session.waiter(request.timeout().orElse(Duration.ofMinutes(60)))
                    .whileRefused(
                            Set.of("OperationAborted"),
                            () -> S3.unless("NoSuchBucket", () -> s3.deleteBucket(call -> call.bucket(name))));
        } catch (ProviderException failure) {
            throw failure.getCause() != null
                            && ErrorClass.code(failure.getCause()).equals("BucketNotEmpty")
                    ? new ProviderException(BucketPreflight.notEmpty(name)).because(failure)
                    : failure;
        }
    }

    @Override
    public List<Diagnostic> preflight(AwsSession session, List<PreflightRequest> requests) {
        return new BucketPreflight(session).problems(requests);
    }

    @Override
    public List<String> list(AwsSession session) {
        return S3.buckets(session);
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return new BucketReader(session).find(id, MapValue.EMPTY);
    }
}
