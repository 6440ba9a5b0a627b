package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.ReadRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Attributes;
import dev.corbel.providers.aws.resource.Batch;
import dev.corbel.providers.aws.resource.CallOnce;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.aws.resource.Waiter;
import dev.corbel.providers.aws.resource.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;

/** The calls of {@code aws_s3_bucket_versioning}. Setting twice is setting once, so nothing needs recovery. */
final class BucketVersioningOperations implements Operations {
    private static final String NEVER = "Disabled";

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        return Batch.readEach(
                session,
                requests,
                request -> find(
                        session,
                        BucketVersioningId.of(request.prior().attributes()),
                        request.prior().attributes()));
    }

    private static Optional<GetBucketVersioningResponse> get(AwsSession session, BucketVersioningId id) {
        S3Client s3 = S3.client(session);
        return S3.unless(
                "NoSuchBucket",
                () -> s3.getBucketVersioning(
                        request -> request.bucket(id.bucket()).expectedBucketOwner(id.owner())));
    }

    private static Optional<ObjectState> find(AwsSession session, BucketVersioningId id, MapValue known) {
        return get(session, id).map(answer -> {
            Wanted before = new Wanted(known).block("versioning_configuration");
            Map<String, Value> configuration = new LinkedHashMap<>();
            configuration.put("status", Value.of(status(answer)));
            configuration.put("mfa_delete", mfaDelete(answer, before.text("mfa_delete")));
            return new Attributes(BucketVersioningType.SCHEMA)
                    .from(known)
                    .text("id", id.text())
                    .text("bucket", id.bucket())
                    .text("expected_bucket_owner", id.owner())
                    .value("versioning_configuration", new MapValue(configuration))
                    .object();
        });
    }

    private static String status(GetBucketVersioningResponse answer) {
        String status = answer.statusAsString();
        return status == null ? NEVER : status;
    }

    /** S3 says nothing where it was never enabled; that is as good as Disabled. */
    private static Value mfaDelete(GetBucketVersioningResponse answer, @Nullable String before) {
        String actual = answer.mfaDeleteAsString() == null ? NEVER : answer.mfaDeleteAsString();
        return before == null && actual.equals(NEVER) ? Value.ofNull() : Value.of(actual);
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        return set(session, request.planned());
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        return set(session, request.planned());
    }

    private static ObjectState set(AwsSession session, MapValue planned) throws ProviderException {
        BucketVersioningId id = BucketVersioningId.of(planned);
        Wanted wanted = new Wanted(planned);
        Wanted configuration = wanted.block("versioning_configuration");
        String status = configuration.required("status");
        Waiter waiter = new Waiter(session.context(), CallOnce.PROPAGATION);
        String before = get(session, id).map(BucketVersioningOperations::status).orElse(NEVER);
        if (!status.equals(NEVER)) {
            S3Client s3 = S3.client(session);
            waiter.whileRefused(
                    S3.NOT_YET,
                    () -> s3.putBucketVersioning(request -> request.bucket(id.bucket())
                            .expectedBucketOwner(id.owner())
                            .mfa(wanted.text("mfa"))
                            .versioningConfiguration(versioning ->
                                    versioning.status(status).mfaDelete(configuration.text("mfa_delete")))));
        } else if (!before.equals(NEVER)) {
            throw new ProviderException(Diagnostic.error(
                            "The versioning of the bucket \"" + id.bucket() + "\" cannot be disabled",
                            "It is " + before + ". A bucket that once had versions can only suspend them.")
                    .withHint("Write status = 'Suspended'."));
        }
        return waiter.untilPresent(
                "the versioning of the bucket " + id.bucket() + " to become " + status, () -> find(session, id, planned)
                        .filter(shown -> status.equals(new Wanted(shown.attributes())
                                .block("versioning_configuration")
                                .text("status"))));
    }

    /** Versioning cannot be taken off a bucket, so it is suspended. */
    @Override
    public void delete(AwsSession session, DeleteRequest request) {
        BucketVersioningId id = BucketVersioningId.of(request.prior().attributes());
        String mfa = new Wanted(request.prior().attributes()).text("mfa");
        boolean enabled = get(session, id)
                .filter(answer -> "Enabled".equals(status(answer)))
                .isPresent();
        if (enabled) {
            S3Client s3 = S3.client(session);
            S3.unless(
                    "NoSuchBucket",
                    () -> s3.putBucketVersioning(call -> call.bucket(id.bucket())
                            .expectedBucketOwner(id.owner())
                            .mfa(mfa)
                            .versioningConfiguration(versioning -> versioning.status("Suspended"))));
        }
    }

    /** The buckets that have, or had, versions. */
    @Override
    public List<String> list(AwsSession session) {
        List<String> buckets = S3.buckets(session);
        List<Boolean> versioned = Batch.each(session, buckets, bucket -> get(session, BucketVersioningId.parse(bucket))
                .filter(answer -> !status(answer).equals(NEVER))
                .isPresent());
        return java.util.stream.IntStream.range(0, buckets.size())
                .filter(versioned::get)
                .mapToObj(buckets::get)
                .toList();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return find(session, BucketVersioningId.parse(id), MapValue.EMPTY);
    }
}
