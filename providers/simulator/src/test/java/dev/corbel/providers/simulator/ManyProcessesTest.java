package dev.corbel.providers.simulator;

import static dev.corbel.providers.simulator.SimulatorFixture.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes, and several threads in each, at one simulator. */
class ManyProcessesTest {
    private static final int NAMES = 60;
    private static final int THREADS = 4;

    @TempDir
    Path project;

    /** What a contending process does: creates all names from several threads, or holds a name's lock until killed. */
    static final class Contender {
        private Contender() {}

        public static void main(String[] arguments) throws Exception {
            Path project = Path.of(arguments[1]);
            if (arguments[0].equals("contend")) {
                System.out.println(createAll(project));
            } else {
                try (ObjectLocks.Held held = new ObjectLocks(project.resolve("sky")).acquire(ObjectNames.key("a"))) {
                    System.out.println("held");
                    Thread.sleep(Long.MAX_VALUE);
                }
            }
        }
    }

    @Test
    void aNameIsGivenOnceAndEveryCallIsLogged() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(start("contend"));
        }
        int created = createAll(project);
        for (Process process : processes) {
            try (BufferedReader output = process.inputReader()) {
                created += Integer.parseInt(output.readLine());
            }
            assertThat(process.waitFor()).isZero();
        }

        assertThat(created).isEqualTo(NAMES);
        try (SimulatorFixture simulator = new SimulatorFixture(project)) {
            assertThat(simulator.calls()).hasSize(4 * THREADS * NAMES);
            assertThat(simulator.calls().stream().filter(call -> call.get("ok").equals(Value.of(true))))
                    .hasSize(NAMES);
            List<String> ids = simulator.type.list(simulator.session);
            Set<Value> names = new HashSet<>();
            for (String id : ids) {
                names.add(simulator.content(id).get("name"));
            }
            assertThat(ids).hasSize(NAMES);
            assertThat(names).hasSize(NAMES);
        }
    }

    /** Gives how many names it got. */
    private static int createAll(Path project) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (SimulatorFixture simulator = new SimulatorFixture(project)) {
            Callable<Integer> all = () -> {
                int created = 0;
                for (int i = 0; i < NAMES; i++) {
                    created += create(simulator, attributes("name", Value.of("name-" + i))) ? 1 : 0;
                }
                return created;
            };
            int created = 0;
            for (Future<Integer> thread : threads.invokeAll(java.util.Collections.nCopies(THREADS, all))) {
                created += thread.get();
            }
            return created;
        } finally {
            threads.shutdown();
        }
    }

    private static boolean create(SimulatorFixture simulator, MapValue planned) {
        try {
            simulator.create(planned);
            return true;
        } catch (ProviderException taken) {
            return false;
        }
    }

    @Test
    void aKilledProcessReservesNothing() throws Exception {
        Process holder = start("hold");
        try (BufferedReader output = holder.inputReader();
                SimulatorFixture simulator = new SimulatorFixture(project)) {
            assertThat(output.readLine()).isEqualTo("held");
            Path pointer = simulator.directory.resolve("names").resolve(Checksum.of("a"));
            new AtomicFiles(simulator.directory.resolve("temporary")).write(pointer, "sim-never-written");

            holder.destroyForcibly().waitFor();

            assertThat(simulator.create(attributes("name", Value.of("a")))).isNotNull();
            assertThatThrownBy(() -> simulator.create(attributes("name", Value.of("a"))))
                    .hasMessage("A sim_object with the name \"a\" exists already");
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void theFolderMayVanishAtAnyTime() throws Exception {
        try (SimulatorFixture simulator = new SimulatorFixture(project)) {
            simulator.create(attributes("name", Value.of("a")));
            Files.move(simulator.directory, project.resolve("away"));

            assertThat(simulator.create(attributes("name", Value.of("a")))).isNotNull();
            assertThat(simulator.type.list(simulator.session)).hasSize(1);
        }
    }

    private Process start(String task) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Contender.class.getName(),
                        task,
                        project.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
