package dev.corbel.cli.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Looks for secrets, and keeps where there were some. */
final class SecretSearch {
    private final Secrets secrets;
    private final Map<String, List<String>> leaks = new TreeMap<>();

    SecretSearch(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The names of the secrets that were seen, by where. */
    Map<String, List<String>> leaks() {
        return leaks;
    }

    void look(String where, String text) {
        List<String> found = secrets.in(text);
        if (!found.isEmpty()) {
            leaks.put(where, found);
        }
    }

    /** Everything that was written below a folder, also what stands in compressed or encoded files. */
    void lookIntoFiles(Path folder, Predicate<String> allowed) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!allowed.test(name)) {
                    look(name, Files.readAllBytes(file));
                }
            }
        }
    }

    void look(String where, byte[] bytes) {
        look(where, new String(bytes, UTF_8));
        look(where, new String(bytes, ISO_8859_1));
        look(where + " unpacked", unpacked(bytes));
    }

    private static String unpacked(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int start = text.indexOf("\u001f\u008b");
        if (start < 0) {
            return "";
        }
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start))) {
            return new String(packed.readAllBytes(), UTF_8);
        } catch (IOException damaged) {
            return "";
        }
    }
}
