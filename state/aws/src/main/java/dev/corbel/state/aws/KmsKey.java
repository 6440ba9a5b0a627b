package dev.corbel.state.aws;

import dev.corbel.clients.aws.AwsFailure;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.state.encryption.KeyContext;
import dev.corbel.state.encryption.KeySource;
import dev.corbel.state.encryption.WrappedKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.EncryptResponse;

/** A key of AWS KMS, which encrypts data keys together with their context. */
final class KmsKey implements KeySource {
    /** The ciphertext is no work of this key under this context. */
    private static final Set<String> OTHERS_WORK = Set.of("IncorrectKeyException", "InvalidCiphertextException");

    private static final Set<String> UNUSABLE =
            Set.of("DisabledException", "KMSInvalidStateException", "KeyUnavailableException");

    private final String key;
    private final BlockSettings settings;
    private final Optional<SourceRange> range;

    /** @param range where the block stands */
    KmsKey(String key, BlockSettings settings, Optional<SourceRange> range) {
        this.key = key;
        this.settings = settings;
        this.range = range;
    }

    @Override
    public String kind() {
        return KmsKeyFactory.KIND;
    }

    @Override
    public String description() {
        return "the AWS KMS key " + key;
    }

    @Override
    public WrappedKey wrap(byte[] dataKey, KeyContext context) {
        try {
            EncryptResponse wrapped = call(kms -> kms.encrypt(request -> request.keyId(key)
                    .plaintext(SdkBytes.fromByteArray(dataKey))
                    .encryptionContext(context.entries())));
            return WrappedKey.of(
                    kind(),
                    Map.of("key", wrapped.keyId()),
                    wrapped.ciphertextBlob().asByteArray());
        } catch (SdkException failure) {
            throw problem("encrypt", AwsFailure.of(failure));
        }
    }

    /** Asks for this very key, whatever the wrapped one says: what stands beside it may not choose the key. */
    @Override
    public Optional<byte[]> unwrap(WrappedKey wrapped, KeyContext context) {
        byte[] ciphertext = wrapped.bytes();
        if (ciphertext.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(call(kms -> kms.decrypt(request -> request.keyId(key)
                            .ciphertextBlob(SdkBytes.fromByteArray(ciphertext))
                            .encryptionContext(context.entries())))
                    .plaintext()
                    .asByteArray());
        } catch (SdkException exception) {
            AwsFailure failure = AwsFailure.of(exception);
            if (OTHERS_WORK.contains(failure.code())) {
                return Optional.empty();
            }
            throw problem("decrypt", failure);
        }
    }

    /** A run asks once or twice, so nothing is kept open in between. */
    private <T> T call(Function<KmsClient, T> call) {
        try (BlockAccess access = new BlockAccess(settings, KmsKeyFactory.KIND)) {
            return call.apply(access.build(KmsClient.builder()));
        }
    }

    private DiagnosticsException problem(String verb, AwsFailure failure) {
        return new DiagnosticsException(
                Diagnostic.error("Cannot " + verb + " with " + description(), failure.words() + ".")
                        .at(range.orElse(null))
                        .withHint(hint(verb, failure).orElse(null)),
                failure.exception());
    }

    private Optional<String> hint(String verb, AwsFailure failure) {
        if (failure.code().equals("NotFoundException")) {
            return Optional.of("Correct the key or the region. A key that is not there any more cannot be replaced:"
                    + " what it encrypted stays unreadable.");
        }
        if (UNUSABLE.contains(failure.code())) {
            return Optional.of("Enable the key, or cancel its deletion, and repeat the command.");
        }
        if (failure.isDenied()) {
            return Optional.of("The credentials need kms:" + (verb.equals("encrypt") ? "Encrypt" : "Decrypt")
                    + " on this key, and the key's own policy must allow it.");
        }
        return failure.hint();
    }
}
