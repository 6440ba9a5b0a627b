package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.ErrorMatch;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;

/** The policy of a bucket: a text, compared by its meaning. */
final class BucketPolicy implements BucketSetting<String> {
    private static final Set<String> NONE = Set.of("NoSuchBucket", "NoSuchBucketPolicy");

    /** A new role or user is not known everywhere at once. */
    private static final ErrorMatch UNKNOWN_PRINCIPAL = new ErrorMatch("MalformedPolicy", "principal");

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public String desired(DesiredAttributes attributes) {
        return attributes.required("policy");
    }

    @Override
    public Optional<String> get(S3Client s3, BucketSettingId id) {
        return S3.unless(NONE, () -> s3.getBucketPolicy(call -> call.bucket(id.bucket())))
                .map(GetBucketPolicyResponse::policy);
    }

    @Override
    public List<Attached> listAttached(AwsSession session, List<Parent> buckets) {
        return AttachedSettings.policies(session, buckets);
    }

    @Override
    public void put(S3Client s3, BucketSettingId id, String desired, DesiredAttributes attributes) {
        s3.putBucketPolicy(call -> call.bucket(id.bucket()).policy(desired));
    }

    @Override
    public void delete(S3Client s3, BucketSettingId id, DesiredAttributes attributes) {
        s3.deleteBucketPolicy(call -> call.bucket(id.bucket()));
    }

    @Override
    public void show(String actual, Attributes attributes) {
        attributes.text("policy", actual);
    }

    @Override
    public boolean passes(RuntimeException refusal) {
        return UNKNOWN_PRINCIPAL.test(refusal);
    }

    @Override
    public boolean isSame(String one, String other) {
        return PolicyText.same(one, other);
    }
}
