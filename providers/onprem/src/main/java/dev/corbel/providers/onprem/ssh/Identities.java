package dev.corbel.providers.onprem.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * The user's keys from files.
 *
 * @param problems the files that give none, each with its reason
 */
record Identities(List<KeyPair> keys, List<String> problems) {

    static Identities of(SshTarget target) {
        List<KeyPair> keys = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : target.identities()) {
            read(file, target.passphrase(), keys).ifPresent(problems::add);
        }
        return new Identities(keys, problems);
    }

    /** Adds the keys of a file, or says why there are none. Its reason never quotes the file or the passphrase. */
    private static Optional<String> read(Path file, Optional<String> passphrase, List<KeyPair> keys) {
        FilePasswordProvider password = passphrase.map(FilePasswordProvider::of).orElse(FilePasswordProvider.EMPTY);
        try (InputStream in = Files.newInputStream(file)) {
            Iterable<KeyPair> found =
                    SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(file.toString()), in, password);
            if (found == null) {
                return Optional.of(file + " holds no private key");
            }
            found.forEach(keys::add);
            return Optional.empty();
        } catch (FileSystemException unreadable) {
            return Optional.of(file + " cannot be read");
        } catch (IOException | GeneralSecurityException | RuntimeException locked) {
            return Optional.of(
                    file + (passphrase.isPresent() ? " does not open with the passphrase" : " needs a passphrase"));
        }
    }
}
