package dev.corbel.dsl.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.program.Program;
import dev.corbel.dsl.syntax.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entry of the cache is used for the very text it was made from, by the very build that made it, and trusted no further. */
class ProgramCacheTest {
    private static final String FILE = "environments/test.groovy";
    private static final String HARMLESS = "output('a') { value = 'id'.indexOf('d') }\n";
    private static final String EVIL = "output('a') { value = 'planted' }\n";

    @TempDir
    Path temporary;

    private Path folder;
    private Programs cache;

    @BeforeEach
    void create() {
        folder = temporary.resolve("cache");
        cache = ProgramCache.in(folder, "build 1");
    }

    private Program read(String text) {
        return cache.program(FILE, text).program();
    }

    @Test
    void takesAnEntryForItsText() throws IOException {
        Program first = read(HARMLESS);
        FileTime written = Files.getLastModifiedTime(entries().get(0));

        assertThat(read(HARMLESS)).isEqualTo(first);
        assertThat(entries()).hasSize(1);
        assertThat(Files.getLastModifiedTime(entries().get(0))).isEqualTo(written);
    }

    @Test
    void takesNoEntryUnderTheNameOfAnother() throws IOException {
        Program harmless = read(HARMLESS);
        Path entry = entries().get(0);
        byte[] right = Files.readAllBytes(entry);
        read(EVIL);
        Path evil = entries().stream()
                .filter(other -> !other.equals(entry))
                .findFirst()
                .orElseThrow();
        Files.write(entry, Files.readAllBytes(evil));

        assertThat(read(HARMLESS)).isEqualTo(harmless);
        assertThat(Files.readAllBytes(entry)).isEqualTo(right);
    }

    @Test
    void takesNoEntryOfAnotherBuild() throws IOException {
        read(HARMLESS);

        ProgramCache.in(folder, "build 2").program(FILE, HARMLESS);

        assertThat(entries()).hasSize(2);
    }

    @Test
    void tellsItsOwnBuildByItsClassesAndJava() throws IOException {
        assertThat(EngineBuild.name())
                .startsWith(Runtime.version().toString())
                .contains(System.getProperty("java.class.path"))
                .isEqualTo(EngineBuild.name());
    }

    @Test
    void runsNothingThatItWouldNotRead() throws IOException {
        Program harmless = read(HARMLESS);
        Path entry = entries().get(0);
        byte[] right = Files.readAllBytes(entry);

        byte[] forged = new String(right, StandardCharsets.ISO_8859_1)
                .replace("indexOf", "execute")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(forged).isNotEqualTo(right);
        System.arraycopy(hash(Arrays.copyOfRange(forged, 32, forged.length)), 0, forged, 0, 32);
        Files.write(entry, forged);

        assertThat(read(HARMLESS)).isEqualTo(harmless);
        assertThat(Files.readAllBytes(entry)).isEqualTo(right);
    }

    @Test
    void trustsNoFileThatOthersCouldWrite() throws IOException {
        read(HARMLESS);
        Path entry = entries().get(0);
        Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString("rw-r--r--"));

        read(HARMLESS);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry)))
                .isEqualTo("rw-------");
    }

    @Test
    void trustsNoLink() throws IOException {
        read(HARMLESS);
        Path entry = entries().get(0);
        Path elsewhere = Files.move(entry, temporary.resolve("elsewhere"));
        Files.createSymbolicLink(entry, elsewhere);

        read(HARMLESS);

        assertThat(Files.isSymbolicLink(entry)).isFalse();
    }

    @Test
    void keepsNothingInAFolderThatOthersCouldWrite() throws IOException {
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        read(HARMLESS);

        assertThat(entries()).isEmpty();
    }

    @Test
    void keepsNothingInALinkedFolder() throws IOException {
        Path elsewhere = Files.createDirectory(
                temporary.resolve("elsewhere"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createSymbolicLink(folder, elsewhere);

        read(HARMLESS);

        assertThat(entries()).isEmpty();
    }

    @Test
    void readsAllTheSameWhereNothingCanBeKept() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThat(ProgramCache.in(file.resolve("cache"), "build 1")
                        .program(FILE, HARMLESS)
                        .program())
                .isEqualTo(read(HARMLESS));
    }

    @Test
    void forgetsTheOldestWhereThereIsTooMuch() throws IOException {
        PrivateFolder few = new PrivateFolder(folder, 10, 1000);
        for (int i = 0; i < 11; i++) {
            few.write("f" + i, new byte[1]);
            Files.setLastModifiedTime(
                    folder.resolve("f" + i), FileTime.from(Instant.now().minus(Duration.ofHours(20 - i))));
        }
        few.prune();
        assertThat(entries())
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactlyInAnyOrder("f6", "f7", "f8", "f9", "f10");

        few.write("large", new byte[2000]);
        few.prune();
        assertThat(entries()).isEmpty();
    }

    @Test
    void forgetsWhatWasNotUsedForAMonth() throws IOException {
        PrivateFolder files = new PrivateFolder(folder, 10, 1000);
        files.write("old", new byte[1]);
        files.write("used", new byte[1]);
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(40)));
        Files.setLastModifiedTime(folder.resolve("old"), longAgo);
        Files.setLastModifiedTime(folder.resolve("used"), longAgo);

        assertThat(files.read("used")).isPresent();
        files.prune();

        assertThat(entries()).containsExactly(folder.resolve("used"));
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
