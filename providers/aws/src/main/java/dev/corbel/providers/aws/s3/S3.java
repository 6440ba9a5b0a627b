package dev.corbel.providers.aws.s3;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The client of S3, and the parts that its types share. */
final class S3 {
    /** The codes that pass while a new bucket is not known everywhere, or another change of it is under way. */
    static final Set<String> NOT_YET = Set.of("NoSuchBucket", "OperationAborted");

    /** Another change of the bucket is under way. */
    static final Set<String> CONFLICT = Set.of("OperationAborted");

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
        return unless(Set.of(code), call);
    }

    /** The answer; empty where S3 says with one of these codes that there is none. */
    static <T> Optional<T> unless(Set<String> codes, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (S3Exception failure) {
            if (codes.contains(ErrorClass.code(failure))) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
