package dev.corbel.state.aws;

import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** The objects of one folder of a bucket. Its versions are S3's entity tags. */
final class S3Objects implements ObjectStore {
    /** The most objects that one call deletes. */
    private static final int BATCH = 1_000;

    /** The time that one attempt to write may take, besides that for the bytes themselves. */
    private static final Duration ATTEMPT = Duration.ofSeconds(8);

    private static final Duration WHOLE_CALL = Duration.ofSeconds(20);
    private static final int SLOWEST_BYTES_PER_SECOND = 100_000;

    private final S3Settings settings;
    private final String folder;
    private final BlockAccess access;
    private final S3Client s3;
    private final S3Failures failures;

    /** @param name the last part of the folder; relative to the prefix */
    S3Objects(S3Settings settings, String name) {
        this.settings = settings;
        this.folder = settings.prefix() + "/" + name;
        this.access = new BlockAccess(settings.block(), "state('s3')");
        this.failures = new S3Failures(settings, access.region());
        this.s3 = access.build(S3Client.builder()
                // Stores that only resemble S3 know neither the newer checksums nor signed chunks.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .addPlugin(LegacyMd5Plugin.create())
                .forcePathStyle(settings.pathStyle())
                .serviceConfiguration(configuration -> configuration.chunkedEncodingEnabled(false)));
    }

    private String key(String name) {
        return folder + "/" + name;
    }

    @Override
    public Optional<RemoteObject> get(String name) throws IOException {
        try {
            ResponseBytes<GetObjectResponse> found = s3.getObjectAsBytes(request -> request.bucket(settings.bucket())
                    .key(key(name))
                    .expectedBucketOwner(settings.account().orElse(null)));
            return Optional.of(
                    new RemoteObject(found.asByteArrayUnsafe(), found.response().eTag()));
        } catch (SdkException failure) {
            if (S3Failures.isMissing(failure)) {
                return Optional.empty();
            }
            throw failures.exception(S3Failures.Deed.READ, key(name), failure);
        }
    }

    @Override
    public String create(String name, byte[] data) throws IOException {
        return put(name, data, write(name, data).ifNoneMatch("*"));
    }

    @Override
    public String replace(String name, byte[] data, String version) throws IOException {
        return put(name, data, write(name, data).ifMatch(version));
    }

    private PutObjectRequest.Builder write(String name, byte[] data) {
        Duration transfer = Duration.ofSeconds(data.length / SLOWEST_BYTES_PER_SECOND);
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(key(name))
                .contentType(name.endsWith(".json") ? "application/json" : "application/octet-stream")
                .expectedBucketOwner(settings.account().orElse(null))
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(ATTEMPT.plus(transfer))
                        .apiCallTimeout(WHOLE_CALL.plus(transfer.multipliedBy(2))));
        settings.kmsKey().ifPresent(key -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                .ssekmsKeyId(key));
        return request;
    }

    private String put(String name, byte[] data, PutObjectRequest.Builder request) throws IOException {
        return call(S3Failures.Deed.WRITE, key(name), () -> s3.putObject(request.build(), RequestBody.fromBytes(data))
                .eTag());
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        return call(S3Failures.Deed.LIST, key(prefix), () -> s3
                .listObjectsV2Paginator(request -> request.bucket(settings.bucket())
                        .prefix(key(prefix))
                        .expectedBucketOwner(settings.account().orElse(null)))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(key -> key.substring(folder.length() + 1))
                .sorted()
                .toList());
    }

    @Override
    public void delete(Collection<String> names) throws IOException {
        List<String> left = new ArrayList<>(names);
        while (!left.isEmpty()) {
            List<String> batch = left.subList(0, Math.min(BATCH, left.size()));
            deleteAtOnce(List.copyOf(batch));
            batch.clear();
        }
    }

    private void deleteAtOnce(List<String> names) throws IOException {
        List<ObjectIdentifier> keys = names.stream()
                .map(name -> ObjectIdentifier.builder().key(key(name)).build())
                .toList();
        DeleteObjectsResponse done = call(
                S3Failures.Deed.DELETE,
                key(names.get(0)),
                () -> s3.deleteObjects(request -> request.bucket(settings.bucket())
                        .expectedBucketOwner(settings.account().orElse(null))
                        .delete(list -> list.objects(keys).quiet(true))));
        if (!done.errors().isEmpty()) {
            throw failures.notDeleted(done.errors().get(0));
        }
    }

    private <T> T call(S3Failures.Deed deed, String key, Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw failures.exception(deed, key, failure);
        }
    }

    @Override
    public String description() {
        return "bucket \"" + settings.bucket() + "\", folder \"" + folder + "\"";
    }

    @Override
    public void close() {
        access.close();
    }
}
