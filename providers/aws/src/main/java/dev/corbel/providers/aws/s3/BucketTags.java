package dev.corbel.providers.aws.s3;

import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** Tags as S3 writes them: all at once. */
final class BucketTags {
    private BucketTags() {}

    static PutBucketTaggingResponse put(S3Client s3, String bucket, Map<String, String> tags) {
        return s3.putBucketTagging(request -> request.bucket(bucket)
                .tagging(tagging -> tagging.tagSet(tags.entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())));
    }
}
