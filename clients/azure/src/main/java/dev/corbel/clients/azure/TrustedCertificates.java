package dev.corbel.clients.azure;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificates of a file in PEM, trusted besides those that Java trusts. */
final class TrustedCertificates {
    private TrustedCertificates() {}

    /** A context for connections; a {@link DiagnosticsException} where the file has no certificates. */
    static SSLContext of(Path file) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (TrustManager manager : managers(null)) {
                if (manager instanceof X509TrustManager trusting) {
                    add(store, "java", List.of(trusting.getAcceptedIssuers()));
                }
            }
            add(store, "file", read(file));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw problem(file, String.valueOf(broken.getMessage()), broken);
        } catch (IOException unreadable) {
            throw problem(file, "it cannot be read", unreadable);
        }
    }

    private static Collection<? extends Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new GeneralSecurityException("there is no certificate in it");
            }
            return found;
        }
    }

    private static void add(KeyStore store, String name, Collection<? extends Certificate> certificates)
            throws GeneralSecurityException {
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry(name + number++, certificate);
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static DiagnosticsException problem(Path file, String reason, Exception cause) {
        return new DiagnosticsException(
                Diagnostic.error("The file " + file + " gives no certificates", "As to caFile, " + reason + ".")
                        .withHint(
                                "A bundle is text: -----BEGIN CERTIFICATE-----, base64, -----END CERTIFICATE-----, one"
                                        + " after the other.")
                        .ofSession(),
                cause);
    }
}
