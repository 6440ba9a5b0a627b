package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** All that is in a bucket: objects, their versions, and markers of deleted ones. */
record BucketContents(AwsSession session, String bucket) {

    /**
     * Deletes it, a page of the list at a time.
     *
     * @param lockable whether objects may be locked; locks that can be overridden are
     */
    void delete(boolean lockable) throws ProviderException {
        if (new BucketReader(session).tags(bucket).isEmpty()) {
            return;
        }
        S3Client s3 = S3.client(session);
        for (ListObjectVersionsResponse page : s3.listObjectVersionsPaginator(request -> request.bucket(bucket))) {
            List<ObjectIdentifier> objects = new ArrayList<>();
            page.versions().forEach(version -> objects.add(identifier(version.key(), version.versionId())));
            page.deleteMarkers().forEach(marker -> objects.add(identifier(marker.key(), marker.versionId())));
            if (!objects.isEmpty()) {
                deleteAll(s3, objects, lockable);
            }
        }
    }

    private static ObjectIdentifier identifier(String key, String version) {
        return ObjectIdentifier.builder().key(key).versionId(version).build();
    }

    private void deleteAll(S3Client s3, List<ObjectIdentifier> objects, boolean lockable) throws ProviderException {
        List<S3Error> errors = s3.deleteObjects(request -> request.bucket(bucket)
                        .bypassGovernanceRetention(lockable ? true : null)
                        .delete(delete -> delete.objects(objects).quiet(true)))
                .errors();
        if (!errors.isEmpty()) {
            S3Error first = errors.get(0);
            throw new ProviderException(Diagnostic.error(
                    "S3 DeleteObjects failed: " + first.code(),
                    errors.size() + " objects of the bucket \"" + bucket
                            + "\" could not be deleted, the first of them \"" + first.key() + "\": " + first.message()
                            + "."));
        }
    }
}
