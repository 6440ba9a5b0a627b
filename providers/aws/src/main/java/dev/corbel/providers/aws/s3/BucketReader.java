package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Reads buckets. Tags tell whether a bucket is there, too, so that no list is needed: one call per bucket, and a second
 * one where its objects may have become lockable.
 */
final class BucketReader {
    private final AwsSession session;
    private final S3Client s3;

    BucketReader(AwsSession session) {
        this.session = session;
        this.s3 = S3.client(session);
    }

    Optional<ObjectState> find(String name, MapValue known) {
        return tags(name).map(tags -> show(name, tags, isLockable(name, known), known));
    }

    /** Empty where there is no such bucket. */
    Optional<Map<String, String>> tags(String name) {
        return S3.unless("NoSuchBucket", () -> S3.unless(
                        "NoSuchTagSet", () -> s3.getBucketTagging(request -> request.bucket(name)))
                .map(GetBucketTaggingResponse::tagSet)
                .map(BucketReader::map)
                .orElse(Map.of()));
    }

    private static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    /** Once lockable, a bucket stays so. */
    private boolean isLockable(String name, MapValue known) {
        return new DesiredAttributes(known).isTrue("object_lock_enabled")
                || S3.unless(
                                "ObjectLockConfigurationNotFoundError",
                                () -> s3.getObjectLockConfiguration(request -> request.bucket(name)))
                        .filter(answer -> answer.objectLockConfiguration() != null
                                && answer.objectLockConfiguration().objectLockEnabled() == ObjectLockEnabled.ENABLED)
                        .isPresent();
    }

    ObjectState show(String name, Map<String, String> tags, boolean lockable, MapValue known) {
        Attributes attributes = new Attributes(S3BucketResource.SCHEMA)
                .from(known)
                .text("id", name)
                .text("bucket", name)
                .text("arn", "arn:" + session.partition() + ":s3:::" + name)
                .text("region", session.region())
                .text("bucket_domain_name", name + ".s3." + session.domain())
                .text("bucket_regional_domain_name", name + ".s3." + session.region() + "." + session.domain())
                .text("hosted_zone_id", HostedZones.of(session.region()))
                .flag("object_lock_enabled", lockable)
                .flag("force_destroy", new DesiredAttributes(known).isTrue("force_destroy"));
        Tags.show(attributes, tags, known, session);
        return attributes.object();
    }
}
