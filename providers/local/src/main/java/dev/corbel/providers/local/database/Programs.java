package dev.corbel.providers.local.database;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.local.place.Tar;
import dev.corbel.providers.local.supervisor.PrivateFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL that come with Corbel, for one system and processor.
 *
 * @param name such as {@code linux-x86_64}
 */
record Programs(String name) {

    /** Those for this machine. */
    static Programs ofThisMachine() {
        return new Programs(name(System.getProperty("os.name"), System.getProperty("os.arch")));
    }

    static String name(String system, String processor) {
        String family = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : system.toLowerCase(Locale.ROOT);
        String kind =
                switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> processor;
                };
        return family + "-" + kind;
    }

    /**
     * The folder with {@code bin/postgres}, which is unpacked where it is not there yet.
     *
     * @param cache what folders of programs lie in
     */
    Path unpack(Path cache) throws ProviderException, IOException, InterruptedException {
        URL archive = archive()
                .orElseThrow(() -> new ProviderException(Diagnostic.error(
                                "This installation of Corbel brings no PostgreSQL for " + name,
                                "It has programs for the system that it was built on.")
                        .withHint("Write installation = … with the folder of a PostgreSQL that is installed here.")));
        URLConnection connection = archive.openConnection();
        Path folder = cache.resolve(name + "-" + fingerprint(connection));
        if (Files.exists(folder)) {
            return folder;
        }
        PrivateFiles.createFolders(cache);
        Path fresh = Files.createTempDirectory(cache, "new-");
        try (InputStream in = new XZInputStream(new BufferedInputStream(connection.getInputStream()))) {
            Tar.unpack(in, fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failure) {
            if (!Files.exists(folder)) {
                throw failure;
            }
            // Another command was faster.
        } finally {
            PrivateFiles.deleteAll(fresh);
        }
        return folder;
    }

    private Optional<URL> archive() {
        @Nullable URL found = Programs.class.getResource("/postgres-" + name + ".txz");
        return Optional.ofNullable(found);
    }

    private static String fingerprint(URLConnection connection) throws IOException {
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }
}
