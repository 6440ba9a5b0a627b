package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Folders;
import dev.corbel.cli.testing.Mount;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State is on a disk that fills up in the middle of an apply, earlier or later; then somebody makes room. */
@Tag("proof")
class FullDiskTest {
    private static final int PAGE = 4096;

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        Mount.require(FullDiskTest.class, Mount.tmpfs(disk, "4m"));
    }

    @AfterEach
    void unmount() {
        Mount.remove(disk);
    }

    @Test
    void anApplyThatRunsOutOfRoomLosesNothing() throws IOException {
        Path start = MixedProject.prepare(Place.FILES, folder.resolve("start"));
        Path reality = folder.resolve("reality");
        boolean done = false;
        for (int pages = 0; !done; pages++) {
            assertThat(pages).as("pages that an apply takes").isLessThan(100);
            Path directory = Folders.copy(start, disk.resolve("project"));
            Folders.copy(directory.resolve(".simulator"), reality);
            Folders.delete(directory.resolve(".simulator"));
            Files.createSymbolicLink(directory.resolve(".simulator"), reality);
            Project project = new Project(directory);
            leave(pages);

            CommandRun apply = project.run(MixedProject.APPLY);
            done = apply.exitCode() == 0;
            if (!done) {
                assertThat(apply.err()).as("%d pages", pages).contains("No space left on device");
            }

            Files.delete(disk.resolve("filler"));
            SimulatedCloud cloud = new SimulatedCloud(reality);
            Operator operator = Operator.after(project::run, cloud);
            operator.converge();
            cloud.expectWhatStateKnows(operator, MixedProject.RESOURCES);
            Folders.delete(directory);
            Folders.delete(reality);
        }
    }

    /** Fills the disk but for so many pages. */
    private void leave(int pages) throws IOException {
        long room = Files.getFileStore(disk).getUsableSpace() - (long) pages * PAGE;
        Files.write(disk.resolve("filler"), new byte[(int) room]);
    }
}
