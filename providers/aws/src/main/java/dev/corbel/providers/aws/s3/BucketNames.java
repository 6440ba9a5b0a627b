package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.kit.naming.GeneratedName;

/** The name of a new bucket: the definition's, or one that the operation decides. */
final class BucketNames {
    private BucketNames() {}

    static String of(CreateRequest request) {
        return request.planned()
                .text("bucket")
                .orElseGet(() -> GeneratedName.of(request, "bucket_prefix", S3BucketResource.MAX_NAME_LENGTH));
    }
}
