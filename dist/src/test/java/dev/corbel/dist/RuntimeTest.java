package dev.corbel.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the archive that has one. */
class RuntimeTest {
    @TempDir
    Path folder;

    private Path home;
    private String java;

    @BeforeEach
    void unpack() {
        home = Archive.WITH_JAVA.unpack(folder);
        java = home + "/runtime/bin/java";
    }

    @Test
    void theRuntimeHasEveryModuleThatAClassNames() throws IOException {
        Path classes = folder.resolve("classes");
        for (String jar : Archive.jars(home)) {
            extract(home.resolve("lib").resolve(jar), classes);
        }
        List<String> named = List.of(Execution.successful(
                        folder,
                        Path.of(System.getProperty("java.home"), "bin", "jdeps").toString(),
                        "--ignore-missing-deps",
                        "--print-module-deps",
                        classes.toString())
                .strip()
                .split(","));
        assertThat(named).contains("java.base", "java.sql");
        assertThat(modules()).containsAll(named);
    }

    @Test
    void theRuntimeHasWhatIsFoundByNameAlone() {
        String printed = Execution.successful(
                folder, java, "-cp", System.getProperty("java.class.path"), "dev.corbel.dist.Connections");
        assertThat(printed).isEqualTo("""
                elliptic curves in TLS: true
                elliptic signatures: true
                certificates: true
                HTTP client: true
                drivers of databases: true
                naming: true
                zip files: true
                character sets: true
                """);
    }

    /**
     * Each name stands in it only with classes of its own library. Java archives nothing from signed jars, such as those of
     * com.azure.
     */
    @Test
    void theArchiveOfTheBuildHasTheClassesOfEachCloud() {
        String archive = home + "/runtime/lib/corbel.jsa";
        for (String name : List.of(
                "com/microsoft/aad/msal4j/TokenRequestExecutor",
                "dev/corbel/clients/azure/LongOperations",
                "software/amazon/awssdk/services/ec2/DefaultEc2Client")) {
            Execution.successful(folder, "grep", "-qaF", name, archive);
        }
    }

    /** Extracts classes, all into one unnamed module: jdeps resolves no modules that need others which are not there. */
    private static void extract(Path jar, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (name.endsWith(".class") && !name.endsWith("module-info.class") && !name.startsWith("META-INF/")) {
                    Path file = folder.resolve(name);
                    Files.createDirectories(file.getParent());
                    Files.copy(zip.getInputStream(entry), file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private Set<String> modules() {
        return Execution.successful(folder, java, "--list-modules")
                .lines()
                .map(line -> line.replaceAll("@.*", ""))
                .collect(Collectors.toSet());
    }
}
