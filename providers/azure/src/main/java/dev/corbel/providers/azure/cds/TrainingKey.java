package dev.corbel.providers.azure.cds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key and a certificate of an hour's life, made by the JDK's own tool: Azure's libraries send no token without TLS. */
final class TrainingKey {
    private static final char[] PASSWORD = "training".toCharArray();
    private static final String STORE = "training.p12";
    private static final String CERTIFICATE = "training.pem";

    private final Path directory;

    private TrainingKey(Path directory) {
        this.directory = directory;
    }

    /** Makes both in a folder. */
    static TrainingKey make(Path directory) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "training",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-validity",
                        "1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        directory.resolve(STORE).toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException(output);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        return new TrainingKey(directory);
    }

    /** A context for a server that shows the certificate. */
    SSLContext context() throws IOException {
        try {
            KeyStore store = store();
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve(STORE))) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    /** The file with the certificate. */
    Path certificate() throws IOException {
        try {
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(store().getCertificate("training").getEncoded());
            return Files.writeString(
                    directory.resolve(CERTIFICATE),
                    "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(directory.resolve(STORE));
        Files.deleteIfExists(directory.resolve(CERTIFICATE));
    }
}
