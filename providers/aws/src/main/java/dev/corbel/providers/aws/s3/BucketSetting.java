package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A setting that a bucket has once and that is set as a whole. {@link BucketSettingOperations} makes a resource type of
 * it.
 *
 * @param <T> the setting as it is sent and answered, in one form for all that means the same
 */
interface BucketSetting<T> {

    /** As in "Waited 3 minutes for the versioning of the bucket …". */
    String name();

    /** What attributes ask for. */
    T desired(DesiredAttributes attributes);

    /** What the bucket has; empty where it has no such setting, or is not there itself. */
    Optional<T> get(S3Client s3, BucketSettingId id);

    /** Fails where the bucket can certainly not be set so. */
    default void check(S3Client s3, BucketSettingId id, T desired) throws ProviderException {}

    /**
     * Sets it.
     *
     * @param attributes where there is more to say than the setting itself, such as a second factor
     */
    void put(S3Client s3, BucketSettingId id, T desired, DesiredAttributes attributes);

    /** Takes it off, or sets it back. */
    void delete(S3Client s3, BucketSettingId id, DesiredAttributes attributes);

    /** Writes it out, where it is not what is known. */
    void show(T actual, Attributes attributes);

    /** Whether a refusal to set it passes, beyond those that pass for all settings. */
    default boolean passes(RuntimeException refusal) {
        return false;
    }

    /** Whether the bucket differs from one that was never touched. */
    default boolean isSet(T actual) {
        return true;
    }

    default boolean isSame(T one, T other) {
        return one.equals(other);
    }

    /** The setting of buckets that nobody may have declared; only of a setting whose type names buckets as parents. */
    default List<Attached> listAttached(AwsSession session, List<Parent> buckets) {
        return buckets.stream().map(bucket -> Attached.NONE).toList();
    }
}
