package dev.corbel.providers.local.supervisor;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one environment on this machine.
 *
 * @param folder {@code .corbel/local/ENVIRONMENT} of the project
 */
public record Place(Path folder) {

    public static Place of(Path project, String environment) {
        return new Place(
                project.toAbsolutePath().normalize().resolve(".corbel/local").resolve(environment));
    }

    /** Held by the supervisor as long as it runs, so that there is one at most. */
    Path lock() {
        return folder.resolve("supervisor.lock");
    }

    /** Tells which process the supervisor is, where it listens, and the token that it answers to. */
    public Path supervisor() {
        return folder.resolve("supervisor.json");
    }

    /** What the supervisor and Java say. */
    public Path log() {
        return folder.resolve("supervisor.log");
    }

    /** The options that Java starts the supervisor with. */
    public Path options() {
        return folder.resolve("supervisor.options");
    }

    /** The folder of one job. */
    public Path job(JobName name) {
        return folder.resolve("jobs").resolve(name.kind()).resolve(name.name());
    }

    /** What was unpacked for the jobs of a name. */
    public Path releases(JobName name) {
        return folder.resolve("releases").resolve(name.kind()).resolve(name.name());
    }

    /** Deletes what is empty in it, and the folder itself where that is all. */
    public void deleteEmpty() throws IOException {
        for (String kind : List.of("releases/container", "releases", "buckets", "")) {
            deleteIfEmpty(folder.resolve(kind));
        }
        deleteIfEmpty(PrivateFiles.parent(folder));
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException inUse) {
            // It stays, with what is in it.
        }
    }

    /** The jobs of a kind that have a folder. */
    public List<JobName> jobs(String kind) throws IOException {
        Path jobs = folder.resolve("jobs").resolve(kind);
        if (!Files.isDirectory(jobs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(jobs)) {
            return folders.map(job -> new JobName(kind, job.getFileName().toString()))
                    .sorted(Comparator.comparing(JobName::name))
                    .toList();
        }
    }

    List<JobName> jobs() throws IOException {
        Path jobs = folder.resolve("jobs");
        if (!Files.isDirectory(jobs)) {
            return List.of();
        }
        List<JobName> all = new ArrayList<>();
        try (Stream<Path> kinds = Files.list(jobs)) {
            for (Path kind : kinds.sorted().toList()) {
                all.addAll(jobs(kind.getFileName().toString()));
            }
        }
        return all;
    }
}
