package dev.corbel.dist;

import java.net.http.HttpClient;
import java.nio.charset.Charset;
import java.nio.file.spi.FileSystemProvider;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import javax.naming.spi.NamingManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Prints what a Java has that is found by name alone. Started by a test with the Java of the archive. */
final class Connections {
    private Connections() {}

    public static void main(String[] arguments) throws Exception {
        List<String> suites =
                Arrays.asList(SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites());
        System.out.println("elliptic curves in TLS: " + suites.contains("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"));
        System.out.println("elliptic signatures: " + signs());
        System.out.println("certificates: " + (certificates() > 50));
        System.out.println("HTTP client: " + (HttpClient.newHttpClient().version() == HttpClient.Version.HTTP_2));
        System.out.println("drivers of databases: " + (DriverManager.getLoginTimeout() == 0));
        System.out.println("naming: " + !NamingManager.hasInitialContextFactoryBuilder());
        System.out.println("zip files: "
                + FileSystemProvider.installedProviders().stream()
                        .anyMatch(provider -> provider.getScheme().equals("jar")));
        System.out.println("character sets: " + Charset.isSupported("IBM273"));
    }

    private static boolean signs() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var keys = generator.generateKeyPair();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update((byte) 1);
        byte[] signed = signature.sign();
        signature.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(keys.getPublic().getEncoded())));
        signature.update((byte) 1);
        return signature.verify(signed);
    }

    private static int certificates() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        int count = 0;
        for (TrustManager manager : factory.getTrustManagers()) {
            count += ((X509TrustManager) manager).getAcceptedIssuers().length;
        }
        return count;
    }
}
