package dev.corbel.providers.aws.s3;

import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.ErrorClass;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the types of S3 share. */
final class S3 {
    /** The codes that pass while a new bucket is not known everywhere, or another change of it is under way. */
    static final Set<String> NOT_YET = Set.of("NoSuchBucket", "OperationAborted");

    private S3() {}

    static S3Client client(AwsSession session) {
        return session.client(S3Client.class, () -> S3Client.builder()
                .forcePathStyle(session.hasOwnEndpoint())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED));
    }

    /** The names of the buckets in the session's region. */
    static java.util.List<String> buckets(AwsSession session) {
        return client(session)
                .listBucketsPaginator(request -> request.bucketRegion(session.region()))
                .buckets()
                .stream()
                .filter(bucket ->
                        bucket.bucketRegion() == null || bucket.bucketRegion().equals(session.region()))
                .map(Bucket::name)
                .toList();
    }

    /** The answer; empty where S3 says with this code that there is none. */
    static <T> Optional<T> unless(String code, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (S3Exception failure) {
            if (ErrorClass.code(failure).equals(code)) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
