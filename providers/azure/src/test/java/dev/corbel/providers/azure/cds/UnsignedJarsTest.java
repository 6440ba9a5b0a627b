package dev.corbel.providers.azure.cds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpPipeline;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With azure-core, which is signed by Microsoft. */
class UnsignedJarsTest {
    private static final String CLASS = "com/azure/core/http/HttpPipeline.class";

    @TempDir
    private Path directory;

    private Path signed;
    private Path folder;

    @BeforeEach
    void copySignedJar() throws Exception {
        Path jar = Path.of(HttpPipeline.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        signed = Files.copy(jar, directory.resolve("azure-core.jar"));
        folder = directory.resolve("unsigned");
    }

    @Test
    void aCopyHasAllButTheSignature() throws IOException {
        Path copy = UnsignedJars.unsigned(signed, folder);

        assertThat(copy).isEqualTo(folder.resolve("azure-core.jar"));
        Map<String, Integer> before = contents(signed);
        Map<String, Integer> after = contents(copy);
        before.keySet().removeAll(after.keySet());
        assertThat(before.keySet()).hasSize(2).allMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA)"));
        before = contents(signed);
        before.keySet().retainAll(after.keySet());
        before.remove(JarFile.MANIFEST_NAME);
        after.remove(JarFile.MANIFEST_NAME);
        assertThat(after).isEqualTo(before).hasSizeGreaterThan(500);
        try (JarFile old = new JarFile(signed.toFile());
                JarFile unsigned = new JarFile(copy.toFile())) {
            assertThat(unsigned.getManifest().getMainAttributes())
                    .isEqualTo(old.getManifest().getMainAttributes());
            assertThat(old.getManifest().getEntries()).isNotEmpty();
            assertThat(unsigned.getManifest().getEntries()).isEmpty();
        }
        assertThat(folder).isDirectoryContaining(copy::equals).isDirectoryNotContaining(file -> !file.equals(copy));
    }

    @Test
    void classesOfACopyHaveNoSigners() throws Exception {
        assertThat(load(signed).getSigners()).isNotEmpty();
        assertThat(load(UnsignedJars.unsigned(signed, folder)).getSigners()).isNull();
    }

    @Test
    void aJarThatWasChangedStaysSigned() throws Exception {
        change(CLASS);
        assertThat(UnsignedJars.unsigned(signed, folder)).isEqualTo(signed);
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> load(signed)).isInstanceOf(SecurityException.class);
    }

    @Test
    void aJarWithMoreThanWasSignedStaysSigned() throws IOException {
        change("com/azure/core/http/Added.class");
        assertThat(UnsignedJars.unsigned(signed, folder)).isEqualTo(signed);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void eachJarOfAClassPathIsNamedOnce() throws Exception {
        Path plain = directory.resolve("plain.jar");
        change(plain, "a.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        UnsignedJars.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((plain + "\n" + signed + "\n" + signed + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String copy = folder.resolve("azure-core.jar") + "\n";
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(plain + "\n" + copy + copy);
        assertThat(process.waitFor()).isZero();
    }

    private void change(String entry) throws IOException {
        change(signed, entry);
    }

    private static void change(Path jar, String entry) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Files.writeString(files.getPath(entry), "changed");
        }
    }

    private static Map<String, Integer> contents(Path jar) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                contents.put(entry.getName(), Arrays.hashCode(in.readAllBytes()));
            }
        }
        return contents;
    }

    /** A class as Java makes it of a jar, before it is linked. */
    private static Class<?> load(Path jar) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            return loader.loadClass("com.azure.core.http.HttpPipeline");
        }
    }
}
