package dev.corbel.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder with a project and the logs beside it. Closing it removes it, unless it is to be kept. */
final class WorkFolder implements AutoCloseable {
    private final Path root;
    private boolean kept;

    private WorkFolder(Path root, boolean kept) {
        this.root = root;
        this.kept = kept;
    }

    static WorkFolder create(boolean kept) throws IOException {
        Path root = Files.createTempDirectory("corbel-benchmark-");
        Files.createDirectory(root.resolve("project"));
        if (kept) {
            System.err.println("keeps " + root);
        }
        return new WorkFolder(root, kept);
    }

    Path project() {
        return root.resolve("project");
    }

    Path log(String step) {
        return root.resolve(step.replace(' ', '-') + ".log");
    }

    /** From now on, closing leaves everything where it is. */
    void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        if (kept) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(root)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
