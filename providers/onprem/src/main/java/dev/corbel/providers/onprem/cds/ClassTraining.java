package dev.corbel.providers.onprem.cds;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.training.TypeTraining;
import dev.corbel.providers.onprem.OnpremProvider;
import dev.corbel.providers.onprem.host.HostSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Map;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/**
 * Logs in to a host of its own, and lets each resource type read, and begin to create, an object there. What comes of it does not matter: Java
 * takes down the classes that it loads meanwhile.
 */
public final class ClassTraining {
    private static final String ADDRESS = "10.0.0.1";

    private ClassTraining() {}

    /** Takes no arguments, and no keys either: it makes its own, which open nothing. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        KeyPair user = SilentHost.newKey();
        Path identity = Files.createTempFile("corbel-training-", "");
        try (SilentHost host = new SilentHost(user.getPublic())) {
            try (OutputStream file = Files.newOutputStream(identity)) {
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(user, "training", null, file);
            }
            run(host, identity);
        } finally {
            Files.delete(identity);
        }
    }

    static void run(SilentHost host, Path identity) {
        MapValue configuration = new MapValue(Map.of(
                HostSettings.ADDRESS, Value.of(host.address()),
                HostSettings.PORT, Value.of(host.port()),
                HostSettings.USER, Value.of("training"),
                HostSettings.HOST_KEY, Value.of(PublicKeyEntry.toString(host.key())),
                HostSettings.IDENTITY_FILE, Value.of(identity.toString())));
        TypeTraining.run(new OnpremProvider(), configuration, name -> name.contains("path") ? "/training" : ADDRESS);
    }
}
