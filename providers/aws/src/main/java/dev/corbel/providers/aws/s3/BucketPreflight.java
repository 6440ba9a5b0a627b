package dev.corbel.providers.aws.s3;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ResourceType.PreflightRequest;
import dev.corbel.providers.api.ResourceType.Step;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The questions about buckets before anything is done: whether a name is free, and whether a bucket is empty. A call each. */
record BucketPreflight(AwsSession session) {

    List<Diagnostic> problems(List<PreflightRequest> requests) {
        return session.batch().each(requests, this::problem).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Diagnostic> problem(PreflightRequest request) {
        Optional<Diagnostic> problem = request.step() == Step.CREATE
                ? request.attributes().text("bucket").flatMap(name -> taken(name, request))
                : contents(request);
        return problem.map(found -> found.at(request.address()));
    }

    private Optional<Diagnostic> taken(String name, PreflightRequest request) {
        try {
            Optional<Map<String, String>> tags = new BucketReader(session).tags(name);
            return tags.isEmpty() || (tags.get().isEmpty() && isEmpty(name))
                    ? Optional.empty()
                    : Optional.of(isThere(name, request.address().toString()));
        } catch (S3Exception refusal) {
            boolean elsewhere = refusal.statusCode() == 301 || refusal.statusCode() == 400;
            return elsewhere || ErrorClass.of(refusal) == ErrorClass.ACCESS_DENIED
                    ? Optional.of(isTaken(name))
                    : Optional.empty();
        }
    }

    private Optional<Diagnostic> contents(PreflightRequest request) {
        DesiredAttributes bucket = new DesiredAttributes(request.attributes());
        String name = bucket.required("id");
        try {
            return bucket.isTrue("force_destroy") || isEmpty(name) ? Optional.empty() : Optional.of(notEmpty(name));
        } catch (S3Exception unanswered) {
            return Optional.empty();
        }
    }

    private boolean isEmpty(String name) {
        S3Client s3 = S3.client(session);
        Optional<ListObjectVersionsResponse> page = S3.unless(
                "NoSuchBucket",
                () -> s3.listObjectVersions(list -> list.bucket(name).maxKeys(1)));
        return page.isEmpty()
                || (page.get().versions().isEmpty()
                        && page.get().deleteMarkers().isEmpty());
    }

    static Diagnostic notEmpty(String name) {
        return Diagnostic.error(
                        "The bucket \"" + name + "\" is not empty",
                        "S3 deletes empty buckets only. Old versions of objects count too. Nothing of it was deleted.")
                .withHint("Empty it; or apply force_destroy = true first, which then deletes all its objects with it.");
    }

    static Diagnostic isThere(String name, String address) {
        return Diagnostic.error(
                        "The bucket \"" + name + "\" is there already",
                        "This account has a bucket of this name that Corbel did not create here.")
                .withHint("To manage it: adopt('" + address + "') { id = '" + name + "' }.");
    }

    static Diagnostic isTaken(String name) {
        return Diagnostic.error(
                        "The bucket name \"" + name + "\" is taken",
                        "All accounts of AWS share the names of buckets, and another account or region has this one.")
                .withHint("Choose another name, or set bucket_prefix and let Corbel choose.");
    }
}
