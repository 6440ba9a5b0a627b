package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.aws.resource.GeneratedName;
import java.util.Locale;

/** The name of a new bucket: the definition's, or one that the operation decides. */
final class BucketNames {
    private BucketNames() {}

    static String of(CreateRequest request) {
        return request.planned()
                .text("bucket")
                .orElseGet(() -> GeneratedName.of(beginning(request), request.token(), BucketType.LONGEST_NAME));
    }

    private static String beginning(CreateRequest request) {
        return request.planned().text("bucket_prefix").orElseGet(() -> {
            String label = request.address().last().label();
            String plain = (label == null ? "" : label)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-+|-+$", "");
            return plain.isEmpty() ? "corbel-" : plain + "-";
        });
    }
}
