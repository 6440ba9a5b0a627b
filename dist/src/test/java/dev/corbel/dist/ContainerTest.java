package dev.corbel.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image of {@code Containerfile}, where Podman is installed and has its base. {@code CORBEL_BASE_IMAGE} names another base,
 * for machines that reach no registry.
 */
class ContainerTest {
    private static final String DEFAULT_BASE = "docker.io/library/debian:12-slim";

    @TempDir
    Path folder;

    @Test
    void anImageRunsTheQuickstartForAnyUserWithItsOwnFilesReadOnly() throws IOException {
        assumeThat(run("sh", "-c", "command -v podman"))
                .as("there is no podman")
                .isZero();
        String named = System.getenv().getOrDefault("CORBEL_BASE_IMAGE", "");
        String base = named.isEmpty() ? DEFAULT_BASE : named;
        assumeThat(run("podman", "image", "exists", base))
                .as("podman has no image %s: pull it, or name another in CORBEL_BASE_IMAGE", base)
                .isZero();
        assumeThat(run("podman", "run", "--rm", "--network=none", base, "true"))
                .as("podman runs no containers on this machine")
                .isZero();
        Path archive = Archive.WITH_JAVA.file();
        Path image = folder.resolve("image");
        Execution build = Execution.of(
                folder,
                Map.of(),
                List.of(
                        "podman",
                        "build",
                        "--iidfile=" + image,
                        "--build-arg=BASE=" + base,
                        "--build-arg=ARCHIVE=" + archive.getFileName(),
                        "--file=" + Path.of("Containerfile").toAbsolutePath(),
                        archive.getParent().toString()));
        assertThat(build.exitCode()).as("%s", build).isZero();
        String id = Files.readString(image);
        try {
            runExample(id);
        } finally {
            Execution.successful(folder, "podman", "rmi", "--force", id);
        }
    }

    private void runExample(String id) {
        Path project = Archive.PLAIN.unpack(folder).resolve("examples/simulator");
        Execution.successful(folder, "chmod", "-R", "a+rwX", project.toString());
        Execution apply = Execution.of(
                folder,
                Map.of(),
                List.of(
                        "podman",
                        "run",
                        "--rm",
                        "--network=none",
                        "--read-only",
                        "--user=65534:65534",
                        "--volume=" + project + ":/project",
                        id,
                        "apply",
                        "--auto-approve"));
        assertThat(apply.exitCode()).as("%s", apply).isZero();
        assertThat(project.resolve(".corbel")).isDirectory();
    }

    private int run(String... command) {
        return Execution.of(folder, Map.of(), List.of(command)).exitCode();
    }
}
