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
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The calls of a setting of a bucket. Creating and changing it is the same call, and so is repeating it. S3 says the
 * same setting in several ways, so what is known stays as it is while the bucket has a setting that means the same.
 */
record BucketSettingOperations<T>(Schema schema, BucketSetting<T> setting) implements Operations {

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        return session.batch().readEach(requests, request -> {
            MapValue known = request.prior().attributes();
            BucketSettingId id = BucketSettingId.of(known);
            return setting.get(S3.client(session), id).map(actual -> show(id, actual, known));
        });
    }

    @Override
    public List<Attached> listAttached(AwsSession session, List<Parent> buckets) {
        return setting.listAttached(session, buckets);
    }

    private ObjectState show(BucketSettingId id, T actual, MapValue known) {
        Attributes attributes = begin(id, known);
        if (!setting.isSame(actual, setting.desired(new DesiredAttributes(known)))) {
            setting.show(actual, attributes);
        }
        return attributes.object();
    }

    private Attributes begin(BucketSettingId id, MapValue known) {
        Attributes attributes =
                new Attributes(schema).from(known).text("id", id.text()).text(BucketSettingType.BUCKET, id.bucket());
        return schema.attribute(BucketSettingType.OWNER) == null
                ? attributes
                : attributes.text(BucketSettingType.OWNER, id.owner());
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        return set(session, request.planned(), request.timeout());
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        return set(session, request.planned(), request.timeout());
    }

    private ObjectState set(AwsSession session, MapValue planned, Optional<Duration> timeout) throws ProviderException {
        S3Client s3 = S3.client(session);
        BucketSettingId id = BucketSettingId.of(planned);
        DesiredAttributes attributes = new DesiredAttributes(planned);
        T desired = setting.desired(attributes);
        setting.check(s3, id, desired);
        Waiter waiter = session.waiter(timeout.orElse(IdempotentCreate.PROPAGATION));
        waiter.whileRefused(refusal -> S3.NOT_YET.contains(ErrorClass.code(refusal)) || setting.passes(refusal), () -> {
            setting.put(s3, id, desired, attributes);
            return id;
        });
        ObjectState there = show(id, desired, planned);
        return new PartialResult(SdkFailures.SDK, there)
                .then(() -> waiter.untilPresent(
                        "the " + setting.name() + " of the bucket " + id.bucket(), () -> setting.get(s3, id)
                                .filter(actual -> setting.isSame(actual, desired))
                                .map(actual -> there)));
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        MapValue prior = request.prior().attributes();
        session.waiter(IdempotentCreate.PROPAGATION)
                .whileRefused(
                        S3.CONFLICT,
                        () -> S3.unless("NoSuchBucket", () -> {
                            setting.delete(S3.client(session), BucketSettingId.of(prior), new DesiredAttributes(prior));
                            return request;
                        }));
    }

    /** The buckets that have it. */
    @Override
    public List<String> list(AwsSession session) {
        S3Client s3 = S3.client(session);
        List<String> buckets = S3.buckets(session);
        List<Boolean> set = session.batch().each(buckets, bucket -> setting.get(s3, BucketSettingId.parse(bucket))
                .filter(setting::isSet)
                .isPresent());
        return IntStream.range(0, buckets.size())
                .filter(set::get)
                .mapToObj(buckets::get)
                .toList();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String text) {
        BucketSettingId id = BucketSettingId.parse(text);
        return setting.get(S3.client(session), id).map(actual -> {
            Attributes attributes = begin(id, MapValue.EMPTY);
            setting.show(actual, attributes);
            return attributes.object();
        });
    }
}
