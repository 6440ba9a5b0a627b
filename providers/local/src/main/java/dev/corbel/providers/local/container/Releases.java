package dev.corbel.providers.local.container;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.local.place.Tar;
import dev.corbel.providers.local.supervisor.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What an app runs from: copies of a folder, a file or an archive of the project, each in a folder that is named after its
 * content. So what is changed in the project while the app runs changes nothing of it.
 *
 * @param folder of all releases of one app
 */
record Releases(Path folder) {
    private static final int NAME_LENGTH = 32;

    /** The name of the release that a source makes now. */
    static String revision(Path source) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files(source)) {
            digest.update((source.relativize(file) + "\0").getBytes(StandardCharsets.UTF_8));
            MessageDigest content = sha256();
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), content)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            digest.update(content.digest());
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
    }

    /** Tells whether a source would make a release again; one that is not there any more makes no other. */
    static boolean isCurrent(Path source, @Nullable String revision) throws IOException {
        return !Files.exists(source) || revision(source).equals(revision);
    }

    private static List<Path> files(Path source) throws IOException {
        try (Stream<Path> all = Files.walk(source)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Path release(String revision) {
        return folder.resolve(revision);
    }

    /** A source that has to be there. */
    static Path expect(Path source) throws ProviderException {
        if (!Files.exists(source)) {
            throw new ProviderException(
                    Diagnostic.error("There is no " + source, "It is what the command of a container runs from.")
                            .withHint("Paths are relative to the folder of the project."));
        }
        return source;
    }

    /** Makes the release of a source where there is none, and gives its name. */
    String make(Path source) throws ProviderException, IOException, InterruptedException {
        String revision = revision(expect(source));
        if (Files.isDirectory(release(revision))) {
            return revision;
        }
        Path fresh = folder.resolve(revision + ".new");
        PrivateFiles.deleteAll(fresh);
        PrivateFiles.createFolders(fresh);
        String name = source.getFileName().toString().toLowerCase(Locale.ROOT);
        if (Files.isDirectory(source)) {
            copy(source, fresh);
        } else if (name.endsWith(".zip")) {
            unzip(source, fresh);
        } else if (name.matches(".*\\.(tar|tar\\.gz|tgz|tar\\.xz|tar\\.bz2)")) {
            untar(source, fresh);
        } else {
            Files.copy(source, fresh.resolve(source.getFileName()));
        }
        Files.move(fresh, release(revision));
        return revision;
    }

    private static void copy(Path source, Path target) throws IOException {
        for (Path file : files(source)) {
            Path copy = target.resolve(source.relativize(file).toString());
            PrivateFiles.createFolders(PrivateFiles.parent(copy));
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void unzip(Path source, Path target) throws ProviderException, IOException {
        try (InputStream file = Files.newInputStream(source);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new ProviderException(Diagnostic.error(
                            "The archive " + source + " cannot be unpacked",
                            entry.getName() + " would be outside of its folder."));
                }
                if (entry.isDirectory()) {
                    PrivateFiles.createFolders(path);
                } else {
                    PrivateFiles.createFolders(PrivateFiles.parent(path));
                    Files.copy(zip, path);
                }
            }
        }
    }

    private static void untar(Path source, Path target) throws ProviderException, InterruptedException {
        try {
            Tar.unpack(source, target);
        } catch (IOException failure) {
            throw new ProviderException(Diagnostic.error(
                    "The archive " + source + " cannot be unpacked", String.valueOf(failure.getMessage())));
        }
    }

    /** Deletes all but one. */
    void keepOnly(String revision) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path release : all.toList()) {
                if (!release.getFileName().toString().equals(revision)) {
                    PrivateFiles.deleteAll(release);
                }
            }
        }
    }
}
