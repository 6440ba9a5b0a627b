package dev.corbel.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the archives hold. */
class ContentTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Archive.class)
    void theChecksumIsThatOfTheArchive(Archive archive) throws IOException, GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive.file()));
        assertThat(Path.of(archive.file() + ".sha256"))
                .hasContent(
                        HexFormat.of().formatHex(digest) + "  " + archive.file().getFileName());
    }

    /** The same sources make the same archive, whoever builds it and whenever. */
    @ParameterizedTest
    @EnumSource(Archive.class)
    void entriesHaveNeitherOwnerNorTimeOfTheBuild(Archive archive) {
        List<String> listing = archive.listing();
        assertThat(listing).isNotEmpty().allSatisfy(entry -> assertThat(entry)
                .matches("(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x|l\\S{9}) root/root +\\d+ 202[45]-\\d\\d-\\d\\d \\S+ "
                        + archive.folder() + "/.*"));
        assertThat(listing)
                .filteredOn(entry -> entry.startsWith("-rwx"))
                .anyMatch(entry -> entry.endsWith("/bin/corbel"))
                .allMatch(entry -> entry.contains("/bin/") || entry.contains("/runtime/lib/j"));
    }

    @Test
    void everyJarIsInTheListOfPartsWithItsLicence() throws IOException {
        Path home = Archive.PLAIN.unpack(folder);
        JsonNode parts = new ObjectMapper().readTree(home.resolve("bom.json").toFile());
        assertThat(parts.path("bomFormat").asText()).isEqualTo("CycloneDX");
        List<String> jars = new ArrayList<>();
        List<String> unlicensed = new ArrayList<>();
        for (JsonNode part : parts.path("components")) {
            jars.add(part.path("name").asText() + "-" + part.path("version").asText() + ".jar");
            if (part.path("licenses").isEmpty()) {
                unlicensed.add(part.path("name").asText());
            }
        }
        assertThat(jars).containsExactlyInAnyOrderElementsOf(Archive.jars(home));
        assertThat(unlicensed).isEmpty();
    }

    @Test
    void theClassPathHasEveryJarAndTheSdksLast() throws IOException {
        Path home = Archive.PLAIN.unpack(folder);
        String line = Files.readAllLines(home.resolve("lib/launcher/build.sh")).get(2);
        List<String> names = List.of(
                line.replace("class_path=", "").replace("$1/lib/", "").strip().split(":"));
        assertThat(names).containsExactlyInAnyOrderElementsOf(Archive.jars(home));
        assertThat(names.get(0)).startsWith("corbel-cli-");
        assertThat(names.indexOf("s3-" + version(names, "s3-") + ".jar"))
                .isGreaterThan(names.indexOf("picocli-" + version(names, "picocli-") + ".jar"));
    }

    @Test
    void theListOfClassesHasThoseOfEachCloudAndNothingThatJavaCrashesOver() throws IOException {
        Path home = Archive.PLAIN.unpack(folder);
        List<String> classes = Files.readAllLines(home.resolve("lib/launcher/classes"));
        assertThat(classes)
                .anyMatch(line -> line.startsWith("software/amazon/awssdk/services/ec2/Ec2Client"))
                .anyMatch(line -> line.startsWith("com/azure/core/http/HttpPipeline"))
                .anyMatch(line -> line.startsWith("com/microsoft/aad/msal4j/ConfidentialClientApplication"))
                .noneMatch(line -> line.startsWith("@lambda-proxy com/azure/"))
                .noneMatch(line -> line.startsWith("@lambda-proxy reactor/"));
    }

    private static String version(List<String> names, String artifact) {
        return names.stream()
                .filter(name -> name.matches(artifact + "\\d.*"))
                .map(name -> name.substring(artifact.length(), name.length() - ".jar".length()))
                .findFirst()
                .orElseThrow();
    }
}
