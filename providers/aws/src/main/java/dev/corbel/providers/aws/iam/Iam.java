package dev.corbel.providers.aws.iam;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.kit.call.NotFound;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.Tag;

/** The client of IAM, and the parts that its types share. */
final class Iam {
    /** The codes that pass while a new object is not known everywhere, or another change of it is under way. */
    static final Set<String> NOT_YET = Set.of("NoSuchEntity", "ConcurrentModification");

    /** The codes that pass while what was taken from an object is still there in places. */
    static final Set<String> STILL_USED = Set.of("DeleteConflict", "ConcurrentModification");

    private static final String MISSING = "NoSuchEntity";
    private static final Pattern OWN_PRINCIPAL = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:(role|user)/");

    private Iam() {}

    static IamClient client(AwsSession session) {
        return session.client(IamClient.class, IamClient::builder);
    }

    /** The answer; empty where IAM knows no such object. */
    static <T> Optional<T> unlessMissing(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (IamException failure) {
            if (ErrorClass.code(failure).equals(MISSING)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /**
     * The codes that pass when a trust policy is sent. IAM calls a policy malformed while it does not know a new role or
     * user in it; one that names none is malformed for good.
     */
    static Set<String> notYetTrusted(String policy) {
        return OWN_PRINCIPAL.matcher(policy).find()
                ? Set.of("MalformedPolicyDocument", "ConcurrentModification")
                : Set.of("ConcurrentModification");
    }

    /** Documents come with percent signs; a plus means a plus. */
    static String document(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** What is there after a change, once all that the plan knows is to be seen; else what is to be seen then. */
    static ObjectState settled(
            AwsSession session, String name, MapValue planned, Supplier<Optional<ObjectState>> question)
            throws ProviderException {
        return session.waiter(IdempotentCreate.READ_LAG)
                .poll(() -> question.get().filter(object -> isAsPlanned(object, planned)))
                .or(question)
                .orElseThrow(() -> NotFound.exception(name));
    }

    private static boolean isAsPlanned(ObjectState object, MapValue planned) {
        return planned.entries().entrySet().stream()
                .allMatch(entry -> entry.getValue().isUnknown()
                        || entry.getValue()
                                .fullyUnmarked()
                                .equals(object.attributes().get(entry.getKey())));
    }

    /** A description as the definition has it: IAM says nothing of an empty one. */
    static @Nullable String description(MapValue known, @Nullable String actual) {
        return actual == null || actual.isEmpty()
                ? known.text("description").filter(String::isEmpty).orElse(null)
                : actual;
    }

    static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }
}
