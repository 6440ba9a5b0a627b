package dev.corbel.providers.onprem.ssh;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.digest.BuiltinDigests;

/** The keys that a server may have. Another one is refused before anything is told to the server. */
final class HostKeys {
    private static final String ED25519 = "ssh-ed25519";

    private final String title;
    private final String source;
    private final List<PublicKey> trusted;
    private final List<PublicKey> revoked;

    private HostKeys(String title, String source, List<PublicKey> trusted, List<PublicKey> revoked) {
        this.title = title;
        this.source = source;
        this.trusted = trusted;
        this.revoked = revoked;
    }

    /** Keys that the definition gives, one on a line. */
    static HostKeys given(SshTarget target, String lines) throws SshConfigException {
        List<PublicKey> keys = new ArrayList<>();
        for (String line : lines.strip().split("\\R", -1)) {
            try {
                AuthorizedKeyEntry entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line.strip());
                keys.add(entry.resolvePublicKey(null, PublicKeyEntryResolver.FAILING));
            } catch (IOException | GeneralSecurityException | RuntimeException wrong) {
                throw new SshConfigException("hostKey has a line that is no public key: " + line.strip());
            }
        }
        return new HostKeys(target.title(), "hostKey", keys, List.of());
    }

    /** Keys of a file of known hosts, whose names may be hashed. It is never written. */
    static HostKeys known(SshTarget target, Path file) throws SshConfigException {
        List<PublicKey> trusted = new ArrayList<>();
        List<PublicKey> revoked = new ArrayList<>();
        if (Files.exists(file)) {
            try {
                for (KnownHostEntry entry : KnownHostEntry.readKnownHostEntries(file)) {
                    if (entry.isHostMatch(target.keyName(), target.port())) {
                        take(entry, trusted, revoked);
                    }
                }
            } catch (IOException | RuntimeException unreadable) {
                throw new SshConfigException(file + " cannot be read: " + unreadable.getMessage());
            }
        }
        return new HostKeys(target.title(), file.toString(), trusted, revoked);
    }

    private static void take(KnownHostEntry entry, List<PublicKey> trusted, List<PublicKey> revoked) {
        String marker = entry.getMarker();
        if ("cert-authority".equals(marker)) {
            return;
        }
        try {
            PublicKey key = entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
            if (key != null) {
                ("revoked".equals(marker) ? revoked : trusted).add(key);
            }
        } catch (IOException | GeneralSecurityException ofUnknownType) {
            // A key that cannot be read matches none.
        }
    }

    /** The types of known keys, so that the server shows one that can be compared. */
    List<String> types() {
        return trusted.isEmpty()
                ? List.of(ED25519)
                : trusted.stream().map(KeyUtils::getKeyType).distinct().toList();
    }

    /** The problem with a key; empty of one that is known. */
    Optional<Diagnostic> refusal(PublicKey key) {
        if (KeyUtils.findMatchingKey(key, revoked) != null) {
            return Optional.of(Diagnostic.error(
                    "The host key of " + title + " is revoked",
                    "It offers the %s key %s, which %s revokes. Nothing was sent to it."
                            .formatted(KeyUtils.getKeyType(key), fingerprint(key), source)));
        }
        if (KeyUtils.findMatchingKey(key, trusted) != null) {
            return Optional.empty();
        }
        String offered = "It offers the %s key %s".formatted(KeyUtils.getKeyType(key), fingerprint(key));
        return Optional.of(trusted.isEmpty() ? unknown(offered, key) : changed(offered, key));
    }

    private Diagnostic unknown(String offered, PublicKey key) {
        return Diagnostic.error(
                        "The host key of " + title + " is not known",
                        offered + ", and " + source + " has none for it. Nothing was sent to it.")
                .withHint(
                        "Compare the fingerprint with the host's own (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub),"
                                + " and write: hostKey = '" + PublicKeyEntry.toString(key) + "'");
    }

    private Diagnostic changed(String offered, PublicKey key) {
        return Diagnostic.error(
                        "The host key of " + title + " is another one than the known one",
                        "%s, and %s has %s. Nothing was sent to it."
                                .formatted(
                                        offered,
                                        source,
                                        String.join(
                                                ", ",
                                                trusted.stream()
                                                        .map(HostKeys::fingerprint)
                                                        .toList())))
                .withHint(
                        "Somebody may be between you and the host. Where the host was made anew, compare the fingerprint"
                                + " with its own, and write: hostKey = '" + PublicKeyEntry.toString(key) + "'");
    }

    private static String fingerprint(PublicKey key) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    }
}
