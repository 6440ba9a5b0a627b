package dev.corbel.providers.aws.kms;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.OriginType;

/** Reads keys. The list of KMS has nothing but their ids, so each is asked for by itself. */
final class KeyReader {
    /** A key that will go is as good as gone: it cannot be used any more. */
    private static final Set<KeyState> GOING = Set.of(KeyState.PENDING_DELETION, KeyState.PENDING_REPLICA_DELETION);

    private final AwsSession session;
    private final KmsClient kms;

    KeyReader(AwsSession session) {
        this.session = session;
        this.kms = Kms.client(session);
    }

    /** Empty where there is no such key, or where it will be deleted. */
    Optional<KeyDetails> find(String id) {
        return metadata(id)
                .flatMap(key -> Kms.ifFound(() -> new KeyDetails(key, policy(id), rotation(key), KmsTags.of(kms, id))));
    }

    /** Whether there is such a key, and it will not be deleted. */
    boolean isThere(String id) {
        return metadata(id).isPresent();
    }

    private Optional<KeyMetadata> metadata(String id) {
        return Kms.ifFound(() -> kms.describeKey(call -> call.keyId(id)).keyMetadata())
                .filter(key -> !GOING.contains(key.keyState()));
    }

    private String policy(String id) {
        return kms.getKeyPolicy(call -> call.keyId(id).policyName("default")).policy();
    }

    private @Nullable GetKeyRotationStatusResponse rotation(KeyMetadata key) {
        return key.keySpec() == KeySpec.SYMMETRIC_DEFAULT && key.origin() == OriginType.AWS_KMS
                ? kms.getKeyRotationStatus(call -> call.keyId(key.keyId()))
                : null;
    }

    /** The key that an operation created. */
    Optional<KeyMetadata> createdBy(String token) {
        List<String> ids = ids();
        List<Boolean> created = session.batch().each(ids, id -> isCreatedBy(id, token));
        return IntStream.range(0, ids.size())
                .filter(created::get)
                .mapToObj(ids::get)
                .findFirst()
                .flatMap(this::metadata);
    }

    private List<String> ids() {
        return kms.listKeysPaginator().keys().stream().map(KeyListEntry::keyId).toList();
    }

    /** A key that hides its tags from these credentials was not created with them. */
    private boolean isCreatedBy(String id, String token) {
        try {
            return Kms.ifFound(() -> KmsTags.of(kms, id))
                    .filter(tags -> token.equals(tags.get(Tags.OPERATION)))
                    .isPresent();
        } catch (KmsException failure) {
            if (ErrorClass.of(failure) == ErrorClass.ACCESS_DENIED) {
                return false;
            }
            throw failure;
        }
    }

    /** The ids of the keys that the account, and not AWS, manages. */
    List<String> managed() {
        List<String> ids = ids();
        List<Boolean> managed = session.batch().each(ids, id -> metadata(id)
                .filter(key -> key.keyManager() == KeyManagerType.CUSTOMER)
                .isPresent());
        return IntStream.range(0, ids.size())
                .filter(managed::get)
                .mapToObj(ids::get)
                .toList();
    }
}
