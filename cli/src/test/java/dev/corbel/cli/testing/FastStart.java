package dev.corbel.cli.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The class path of the tests in the form that Java starts fastest with: its folders packed, and an archive of the classes that
 * an apply loads beside it, as the launcher has one. It halves the time of the hundreds of processes that the proofs start.
 * Made once per JVM of the tests; where Java makes no archive, processes start without it.
 */
final class FastStart {
    private static final String PROJECT = """
            provider('simulator') { directory = 'cloud' }
            resource('sim_object', 'a') { name = 'a' }
            resource('corbel_data', 'b') { input = sim_object.a.id }
            """;
    private static final FastStart SHARED = new FastStart();

    private final String classPath;
    private final List<String> options =
            new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));

    private FastStart() {
        try {
            Path folder = Files.createTempDirectory("corbel-fast-start").toRealPath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
            this.classPath = packed(folder);
            archive(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The class path of this JVM, of jars alone. */
    static String classPath() {
        return SHARED.classPath;
    }

    /** The options of Java for a process that begins with this class path. */
    static List<String> options() {
        return SHARED.options;
    }

    /** The program of the Java that runs the tests. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String packed(Path folder) {
        List<Path> entries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
        return IntStream.range(0, entries.size())
                .filter(index -> Files.exists(entries.get(index)))
                .mapToObj(index -> Files.isDirectory(entries.get(index))
                        ? jar(entries.get(index), folder.resolve(index + ".jar"))
                        : entries.get(index))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Path classes, Path jar) {
        int exitCode = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--no-compress",
                        "--no-manifest",
                        "--file",
                        jar.toString(),
                        "-C",
                        classes.toString(),
                        ".");
        if (exitCode != 0) {
            throw new IllegalStateException("jar did not pack " + classes);
        }
        return jar;
    }

    private void archive(Path folder) throws IOException {
        Path archive = folder.resolve("classes.jsa");
        Path project = Project.of(folder.resolve("project"), PROJECT).directory();
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", classPath, "dev.corbel.cli.Main"));
        command.addAll(List.of("apply", "--auto-approve"));
        ProcessBuilder training = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("training.log").toFile());
        training.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        try {
            training.start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (Files.exists(archive)) {
            options.addAll(List.of(
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr",
                    "-Xlog:cds*=off:stderr",
                    "-XX:SharedArchiveFile=" + archive));
        }
    }
}
