package dev.corbel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Azure's libraries have no common version, so that each module would draw in others of those below it. */
class AzureLibrariesTest {
    private static final Pattern JAR = Pattern.compile(".*/com/azure/([^/]+)/([^/]+)/[^/]+\\.jar");
    private static final Pattern PIN = Pattern.compile(
            "<groupId>com\\.azure</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>\\$\\{([^}]+)}</version>");

    @Test
    void eachIsPinnedForTheWholeBuildAndThereOnce() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String entry : List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
            Matcher jar = JAR.matcher(entry.replace(File.separatorChar, '/'));
            if (jar.matches()) {
                assertThat(found.put(jar.group(1), jar.group(2))).as(entry).isNull();
            }
        }
        assertThat(found).containsKeys("azure-core", "azure-identity", "azure-storage-blob");
        assertThat(found).isEqualTo(pinned());
    }

    private static Map<String, String> pinned() throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        Map<String, String> pinned = new TreeMap<>();
        Matcher pin = PIN.matcher(pom);
        while (pin.find()) {
            Matcher version = Pattern.compile("<" + Pattern.quote(pin.group(2)) + ">([^<]+)<")
                    .matcher(pom);
            assertThat(version.find()).as(pin.group(2)).isTrue();
            pinned.put(pin.group(1), version.group(1));
        }
        return pinned;
    }
}
