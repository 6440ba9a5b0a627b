package dev.corbel.providers.azure.cds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * Copies of signed jars without their signatures. Java archives no class of a signed jar, and it checks each one that it loads; here all of
 * them are checked once, when the copy is made. A jar that is not as it was signed stays what it is, and Java refuses its classes.
 */
public final class UnsignedJars {
    private static final Pattern SIGNATURE =
            Pattern.compile("META-INF/(SIG-[^/]*|[^/]+\\.(SF|RSA|DSA|EC))", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGEST = Pattern.compile(".+-Digest(-.+)?", Pattern.CASE_INSENSITIVE);

    private UnsignedJars() {}

    /** Takes the folder of the copies. Of each jar that is named on a line of the input, prints the one to use. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (BufferedReader jars = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String jar = jars.readLine(); jar != null; jar = jars.readLine()) {
                out.println(unsigned(Path.of(jar), Path.of(arguments[0])));
            }
        }
    }

    /** The copy in a folder, which is made where it is not there; the jar itself where it is not signed, or not as it was signed. */
    static Path unsigned(Path jar, Path folder) throws IOException {
        Path copy = folder.resolve(jar.getFileName());
        try (JarFile file = new JarFile(jar.toFile())) {
            List<JarEntry> entries = Collections.list(file.entries());
            if (entries.stream().noneMatch(entry -> isSignature(entry.getName()))) {
                return jar;
            }
            if (Files.exists(copy)) {
                return copy;
            }
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "half-", ".jar");
            try {
                boolean whole = copy(file, entries, half);
                return whole ? Files.move(half, copy, StandardCopyOption.ATOMIC_MOVE) : jar;
            } catch (SecurityException changed) {
                return jar;
            } finally {
                Files.deleteIfExists(half);
            }
        }
    }

    private static boolean isSignature(String name) {
        return SIGNATURE.matcher(name).matches();
    }

    /** False where there is an entry that the signature does not cover. */
    private static boolean copy(JarFile from, List<JarEntry> entries, Path to) throws IOException {
        try (OutputStream file = Files.newOutputStream(to);
                JarOutputStream out = new JarOutputStream(file, withoutDigests(from.getManifest()))) {
            for (JarEntry entry : entries) {
                String name = entry.getName();
                if (isSignature(name) || name.equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
                    continue;
                }
                JarEntry copied = new JarEntry(name);
                copied.setTime(entry.getTime());
                out.putNextEntry(copied);
                try (InputStream content = from.getInputStream(entry)) {
                    content.transferTo(out);
                }
                if (!entry.isDirectory() && entry.getCodeSigners() == null) {
                    return false;
                }
            }
        }
        return true;
    }

    /** To Java a jar counts as signed as long as its manifest has digests. */
    private static Manifest withoutDigests(Manifest signed) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putAll(signed.getMainAttributes());
        signed.getEntries().forEach((name, attributes) -> {
            // A copy: by the attributes of the original the jar is still to be checked.
            Attributes kept = new Attributes(attributes);
            kept.keySet().removeIf(key -> DIGEST.matcher(key.toString()).matches());
            if (!kept.isEmpty()) {
                manifest.getEntries().put(name, kept);
            }
        });
        return manifest;
    }
}
