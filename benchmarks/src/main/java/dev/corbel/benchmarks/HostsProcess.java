package dev.corbel.benchmarks;

import dev.corbel.emulators.hosts.TestHosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures plans of hosts, as whole processes against real ones, beside Ansible with the same content. */
@Command(
        name = "benchmarks/run hosts",
        description = "Measures apply and plan on test hosts, which need root, as whole processes.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class HostsProcess implements Runnable {
    private static final Pattern CHANGED = Pattern.compile("changed=[1-9]|(?:failed|unreachable)=[1-9]");

    @Option(names = "--launcher", required = true, hidden = true)
    private Path launcher;

    @Option(names = "--project", required = true, hidden = true)
    private Path sources;

    @Option(names = "--hosts", defaultValue = "5", description = "How many hosts, with 40 objects each.")
    private int count;

    @Option(names = "--many", defaultValue = "200", description = "How many files on one host; 0 for none.")
    private int many;

    @Option(names = "--ansible", description = "Measure Ansible, too, which is installed for this once.")
    private boolean ansible;

    @Option(names = "--repeat", defaultValue = "3", description = "How often a plan without changes is measured.")
    private int repeat;

    @Option(names = "--java-options", defaultValue = "-Xmx1g", description = "For the Java that runs Corbel.")
    private String javaOptions;

    @Option(names = "--limit", defaultValue = "1800", description = "The most seconds for one step.")
    private int limit;

    @Option(names = "--keep", description = "Keep the definitions, states and logs.")
    private boolean keep;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HostsProcess()).execute(arguments));
    }

    @Override
    public void run() {
        List<String> names =
                IntStream.rangeClosed(1, count).mapToObj(i -> "host" + i).toList();
        System.out.println(ResultTable.heading());
        try (TestHosts hosts = TestHosts.start(names, true)) {
            // Before Corbel, since the two make the same objects: who comes second finds most of them.
            if (ansible) {
                measureAnsible(hosts);
                hosts.reset();
            }
            measureCorbel(
                    "Corbel, %d hosts".formatted(count), count * HostContent.SIZE, HostContent.corbel(hosts.all()));
            if (many > 0) {
                measureCorbel("Corbel, 1 host", many, HostContent.files(hosts.host("host1"), many));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void measureCorbel(String tool, int size, String definition) throws IOException, InterruptedException {
        try (WorkFolder folder = WorkFolder.create(keep)) {
            Path file = folder.project().resolve("environments/default.groovy");
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, definition);
            String corbel = launcher.toString();
            MeasuredProcess process = process(folder, Map.of("CORBEL_JAVA_OPTS", javaOptions));
            process.run(List.of(corbel, "version"), folder.log("preparation"));
            step(process, folder, size, tool, "apply", List.of(corbel, "apply", "--auto-approve"));
            for (int i = 0; i < repeat; i++) {
                step(
                        process,
                        folder,
                        size,
                        tool,
                        "plan without changes",
                        List.of(corbel, "plan", "--detailed-exitcode"));
            }
        } catch (BenchmarkException failure) {
            System.err.println("Corbel does not run: " + failure.getMessage());
        }
    }

    private void measureAnsible(TestHosts hosts) throws IOException, InterruptedException {
        try (WorkFolder folder = WorkFolder.create(keep)) {
            Files.writeString(folder.project().resolve("inventory"), HostContent.inventory(hosts.all()));
            Files.writeString(folder.project().resolve("playbook.yml"), HostContent.ansible());
            List<String> play = List.of(
                    sources.resolve("emulators/ansible").toString(),
                    "-i",
                    "inventory",
                    "--forks",
                    "10",
                    "playbook.yml");
            List<String> check = new ArrayList<>(play);
            check.add("--check");
            MeasuredProcess process = process(
                    folder,
                    Map.of(
                            "ANSIBLE_PIPELINING",
                            "1",
                            "ANSIBLE_SSH_ARGS",
                            "-F none -o ControlMaster=auto -o ControlPersist=60s -o UserKnownHostsFile="
                                    + hosts.knownHosts(),
                            "ANSIBLE_HOME",
                            folder.project().resolve("ansible").toString(),
                            "ANSIBLE_NOCOLOR",
                            "1"));
            process.run(List.of(play.get(0), "--version"), folder.log("preparation"));
            int size = count * HostContent.SIZE;
            String tool = "Ansible, %d hosts".formatted(count);
            step(process, folder, size, tool, "apply", play);
            for (int i = 0; i < repeat; i++) {
                step(process, folder, size, tool, "check without changes", check);
                String log = Files.readString(folder.log("check without changes"));
                if (CHANGED.matcher(log).find()) {
                    folder.keep();
                    System.err.println("Ansible found something to change: " + folder.log("check without changes"));
                }
            }
        } catch (BenchmarkException failure) {
            System.err.println("Ansible does not run: " + failure.getMessage());
        }
    }

    private MeasuredProcess process(WorkFolder folder, Map<String, String> variables) {
        return new MeasuredProcess(folder.project(), variables, Duration.ofSeconds(limit));
    }

    private static void step(
            MeasuredProcess process, WorkFolder folder, int size, String tool, String step, List<String> command)
            throws IOException, InterruptedException {
        try {
            System.out.println(ResultTable.row(size, tool, step, process.run(command, folder.log(step))));
        } catch (BenchmarkException failure) {
            folder.keep();
            System.out.println(ResultTable.failure(size, tool, step, failure));
        }
    }
}
