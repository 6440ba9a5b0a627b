package dev.corbel.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The archive {@code dist/app-1.tar} of a project, which containers of its definition run from. */
public final class AppArchive {
    private AppArchive() {}

    /** Packs a file of the project's folder {@code app}. */
    public static void pack(Path project, String file) throws IOException, InterruptedException {
        Files.createDirectories(project.resolve("dist"));
        Process tar = new ProcessBuilder("tar", "-cf", "dist/app-1.tar", "-C", "app", file)
                .directory(project.toFile())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
    }
}
