package dev.corbel.state.conformance;

import dev.corbel.state.encryption.KeyContext;
import dev.corbel.state.encryption.KeySource;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.encryption.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** A key that follows from its name, in no time. */
record NamedKey(String name) implements KeySource {

    static StateEncryption encryption(String environment) {
        return new StateEncryption(environment, List.of(new NamedKey("a")), List.of(), false, Optional.empty());
    }

    @Override
    public String kind() {
        return "named";
    }

    @Override
    public String description() {
        return "the key " + name;
    }

    @Override
    public WrappedKey wrap(byte[] dataKey, KeyContext context) {
        try {
            return WrappedKey.of(
                    kind(),
                    Map.of("key", name),
                    cipher(Cipher.WRAP_MODE, context).wrap(key(dataKey)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Optional<byte[]> unwrap(WrappedKey key, KeyContext context) {
        try {
            return Optional.of(cipher(Cipher.UNWRAP_MODE, context)
                    .unwrap(key.bytes(), "AES", Cipher.SECRET_KEY)
                    .getEncoded());
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, KeyContext context) throws GeneralSecurityException {
        byte[] text = (name + context.entries()).getBytes(StandardCharsets.UTF_8);
        Cipher cipher = Cipher.getInstance("AESWrap");
        cipher.init(mode, key(MessageDigest.getInstance("SHA-256").digest(text)));
        return cipher;
    }

    private static SecretKeySpec key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }
}
