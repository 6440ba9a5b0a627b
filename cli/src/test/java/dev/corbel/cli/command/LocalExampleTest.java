package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.load.Load;
import dev.corbel.emulators.load.LoadPlan;
import dev.corbel.emulators.load.LoadReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of the example of this machine, with real processes. */
class LocalExampleTest {
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void copyExample() {
        project = Project.example("local", folder);
    }

    @AfterEach
    void endProcesses() {
        project.run("destroy", "--auto-approve");
    }

    private CommandRun apply(String... more) {
        List<String> line = new ArrayList<>(List.of("apply", "--auto-approve"));
        line.addAll(List.of(more));
        return project.run(line.toArray(String[]::new));
    }

    private URI applied(String... more) {
        CommandRun run = apply(more);
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        Matcher url = URL.matcher(run.out());
        assertThat(url.find()).as(run.out()).isTrue();
        return URI.create(url.group() + "/");
    }

    private void assertNothingToDo(String... more) {
        List<String> line = new ArrayList<>(List.of("plan", "--detailed-exitcode"));
        line.addAll(List.of(more));
        CommandRun run = project.run(line.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    private static HttpResponse<String> get(URI address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The processes that run in the project's folder. */
    private List<ProcessHandle> processes() throws Exception {
        List<ProcessHandle> found = new ArrayList<>();
        Path project = folder.toRealPath();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            for (ProcessHandle process : all.toList()) {
                Path directory = Path.of("/proc", Long.toString(process.pid()), "cwd");
                if (realPath(directory).filter(path -> path.startsWith(project)).isPresent()) {
                    found.add(process);
                }
            }
        }
        return found;
    }

    /** Where a process runs; empty once it has ended. */
    private static Optional<Path> realPath(Path directory) {
        try {
            return Optional.of(directory.toRealPath());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The processes of the app, without the supervisor. */
    private Set<Long> instances() throws Exception {
        Set<Long> found = new HashSet<>();
        for (ProcessHandle process : processes()) {
            Optional<Path> directory = realPath(Path.of("/proc", Long.toString(process.pid()), "cwd"));
            if (directory.filter(path -> path.toString().contains("/releases/")).isPresent()) {
                found.add(process.pid());
            }
        }
        return found;
    }

    @Test
    void itsAppIsTheOneOfTheExampleOfHosts() {
        assertThat(folder.resolve("app/App.java"))
                .hasSameTextualContentAs(Path.of("..", "examples", "onprem", "app", "App.java"));
    }

    @Test
    void itAnswersHealsChangesAndLeavesNothing() throws Exception {
        URI url = applied();
        assertThat(get(url).body()).startsWith("version 1\n").endsWith("client 127.0.0.1\n");
        assertThat(get(url).headers().firstValue("set-cookie").orElseThrow()).startsWith("CORBEL_INSTANCE=");
        assertNothingToDo();
        Set<Long> first = instances();
        assertThat(first).hasSize(2);

        try (Load load = Load.start(LoadPlan.on(url))) {
            ProcessHandle.of(first.iterator().next()).orElseThrow().destroyForcibly();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (instances().size() < 2 || instances().equals(first)) {
                assertThat(System.nanoTime()).as("two instances again").isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(load.stop().failures()).isEmpty();
        }
        assertNothingToDo();

        LoadReport report;
        try (Load load = Load.start(LoadPlan.on(url))) {
            assertThat(applied("--var", "version=2")).isEqualTo(url);
            report = load.stop();
        }
        assertThat(report.failures()).isEmpty();
        assertThat(report.answered(body -> body.contains("version 1"))).isNotEmpty();
        assertThat(get(url).body()).startsWith("version 2\n");
        assertNothingToDo("--var", "version=2");

        CommandRun destroyed = project.run("destroy", "--auto-approve");
        assertThat(destroyed.exitCode()).as(destroyed.out() + destroyed.err()).isZero();
        assertThat(processes()).isEmpty();
        assertThat(folder.resolve(".corbel/local")).doesNotExist();
    }
}
