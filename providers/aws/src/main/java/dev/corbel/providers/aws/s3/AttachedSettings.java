package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.AttachedObject;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.Failures;
import dev.corbel.providers.aws.fact.PolicyDanger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Grant;

/** The settings of buckets that let others in: one call for each bucket. */
final class AttachedSettings {
    private static final String ACL = "aws_s3_bucket_acl";
    private static final String POLICY = "aws_s3_bucket_policy";

    /** The groups of everybody, and of everybody with an account of AWS. */
    private static final List<String> EVERYBODY = List.of(
            "http://acs.amazonaws.com/groups/global/AllUsers",
            "http://acs.amazonaws.com/groups/global/AuthenticatedUsers");

    private AttachedSettings() {}

    /** The policies. */
    static List<Attached> policies(AwsSession session, List<Parent> buckets) {
        S3Client s3 = S3.client(session);
        BucketPolicy policies = new BucketPolicy();
        return each(session, buckets, bucket -> policies.get(s3, new BucketSettingId(bucket, null))
                .map(policy -> new AttachedObject(
                        POLICY, bucket, attributes(bucket, "policy", policy), PolicyDanger.of(policy))));
    }

    /** The access lists that let in others than the owner. */
    static List<Attached> accessLists(AwsSession session, List<Parent> buckets) {
        S3Client s3 = S3.client(session);
        return each(session, buckets, bucket -> S3.unless(
                        "NoSuchBucket", () -> s3.getBucketAcl(call -> call.bucket(bucket)))
                .flatMap(answer -> answer.grants().stream()
                        .filter(AttachedSettings::isToEverybody)
                        .findFirst())
                .map(grant -> new AttachedObject(
                        ACL,
                        bucket,
                        attributes(bucket, "permission", grant.permissionAsString()),
                        Optional.of("gives everybody the permission " + grant.permissionAsString()))));
    }

    private static boolean isToEverybody(Grant grant) {
        return grant.grantee() != null
                && grant.grantee().uri() != null
                && EVERYBODY.contains(grant.grantee().uri());
    }

    private static MapValue attributes(String bucket, String name, String value) {
        return Value.map(Map.of("id", Value.of(bucket), "bucket", Value.of(bucket), name, Value.of(value)));
    }

    private static List<Attached> each(
            AwsSession session, List<Parent> buckets, Function<String, Optional<AttachedObject>> find) {
        return session.batch().each(buckets, bucket -> {
            try {
                return Attached.of(
                        find.apply(bucket.object().attributes().text("bucket").orElse("")).stream()
                                .toList());
            } catch (SdkException failure) {
                return Attached.unreadable(Failures.unreadable(failure));
            }
        });
    }
}
