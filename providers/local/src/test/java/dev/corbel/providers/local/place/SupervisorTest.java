package dev.corbel.providers.local.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.local.supervisor.Job;
import dev.corbel.providers.local.supervisor.JobName;
import dev.corbel.providers.local.supervisor.JobStatus;
import dev.corbel.providers.local.supervisor.Place;
import dev.corbel.providers.local.supervisor.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor in a process of its own, with real processes. The project is in a folder with a space in its name. */
class SupervisorTest {
    private static final JobName APP = new JobName("container", "app");
    private static final JobName OTHER = new JobName("container", "other");
    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    Path temporary;

    private Path project;
    private Place place;
    private SupervisorClient supervisor;

    @BeforeEach
    void makeProject() throws Exception {
        project = Files.createDirectory(temporary.resolve("my project"));
        place = Place.of(project, "test");
        supervisor = new SupervisorClient(place);
    }

    @AfterEach
    void endProcesses() throws Exception {
        SupervisorClient.stop(place);
    }

    private static Job job(String configuration, Object... more) {
        List<Object> fields = new ArrayList<>(List.of(
                Job.TOKEN,
                "token",
                Job.CONFIGURATION,
                configuration,
                Job.ATTRIBUTES,
                MapValue.EMPTY,
                Job.COMMAND,
                List.of("sleep", "1000")));
        fields.addAll(List.of(more));
        return new Job(Values.map(fields.toArray()));
    }

    private void bring(JobName name, Job job) throws Exception {
        assertThat(supervisor.bring(name, job, Optional.empty())).isEmpty();
    }

    private JobStatus status(JobName name) {
        try {
            return supervisor.statuses().getOrDefault(name, JobStatus.NONE);
        } catch (IOException gone) {
            return JobStatus.NONE;
        }
    }

    private ProcessHandle supervisorProcess() throws Exception {
        return new SupervisorProcess(place)
                .find()
                .orElseThrow()
                .mark()
                .running()
                .orElseThrow();
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    @Test
    void aProcessThatIsKilledIsStartedAgain() throws Exception {
        bring(APP, job("1"));
        long pid = status(APP).pid();

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await("another process", () -> status(APP).running() && status(APP).pid() != pid);

        assertThat(status(APP).restarts()).isEqualTo(1);
    }

    @Test
    void whatAKilledProcessHadStartedEndsBeforeItIsStartedAgain() throws Exception {
        bring(APP, job("1", Job.COMMAND, List.of("sh", "-c", "sleep 1000; true")));
        await("its child", () -> countIn(place.job(APP)) == 2);
        long pid = status(APP).pid();
        long child = ProcessHandle.of(pid)
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow()
                .pid();

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        await("another process", () -> status(APP).running() && status(APP).pid() != pid);
        assertThat(processesIn(place.job(APP))).doesNotContain(child);
    }

    @Test
    void anotherConfigurationIsAnotherProcessAndTheSameIsTheSame() throws Exception {
        bring(APP, job("1"));
        long first = status(APP).pid();
        bring(APP, job("1"));
        assertThat(status(APP).pid()).isEqualTo(first);

        bring(APP, job("2"));

        assertThat(status(APP).pid()).isNotEqualTo(first);
        await("the end of the first process", () -> !isAlive(first));
    }

    @Test
    void aSupervisorThatIsKilledIsStartedAnewAndNothingRunsTwice() throws Exception {
        bring(APP, job("1"));
        bring(OTHER, job("1"));
        long app = status(APP).pid();
        long other = status(OTHER).pid();
        ProcessHandle first = supervisorProcess();
        first.destroyForcibly();
        await("the end of the supervisor", () -> !first.isAlive());
        assertThat(status(APP)).isEqualTo(JobStatus.NONE);
        assertThat(isAlive(app)).as("whether the app goes on").isTrue();
        ProcessHandle.of(other).orElseThrow().destroyForcibly();

        supervisor.revive();

        await("both", () -> status(APP).running() && status(OTHER).running());
        assertThat(status(APP).pid()).isEqualTo(app);
        assertThat(status(OTHER).pid()).isNotEqualTo(other);
        assertThat(supervisorProcess().pid()).isNotEqualTo(first.pid());
    }

    @Test
    void whatWasStoppedStaysStoppedUntilItIsBroughtAboutAgain() throws Exception {
        JobName stop = new JobName("stop", "all");
        bring(APP, job("1"));
        long pid = status(APP).pid();

        bring(stop, job("a", Job.TARGETS, List.of(APP.name(), "never there")));

        assertThat(isAlive(pid)).isFalse();
        ProcessHandle first = supervisorProcess();
        first.destroyForcibly();
        await("the end of the supervisor", () -> !first.isAlive());
        supervisor.revive();
        // The supervisor has looked after both several times when a third one has come up.
        bring(OTHER, job("1"));
        assertThat(status(APP).running()).isFalse();

        bring(APP, job("1"));
        bring(stop, job("a", Job.TARGETS, List.of(APP.name())));
        assertThat(status(APP).running()).as("whether the same stop stops once").isTrue();
    }

    @Test
    void aFileWithTheIdOfAnotherProcessIsNoSupervisor() throws Exception {
        PrivateFiles.write(
                place.supervisor(),
                "{\"pid\":" + ProcessHandle.current().pid() + ",\"started\":1,\"port\":1,\"token\":\"x\"}");

        bring(APP, job("1"));

        assertThat(status(APP).running()).isTrue();
        assertThat(supervisorProcess().pid())
                .isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void whatEndsAtOnceIsToldWithItsLastWords() throws Exception {
        Job job = job("1", Job.COMMAND, List.of("sh", "-c", "echo no luck today; exit 3"));

        SupervisorClient.Refusal refusal =
                supervisor.bring(APP, job, Optional.empty()).orElseThrow();

        assertThat(refusal.reason()).isEqualTo("Its command ended before it was well.");
        assertThat(refusal.log()).containsExactly("no luck today");
        assertThat(place.job(APP)).doesNotExist();
    }

    @Test
    void aProgramThatIsNotThereIsToldByName() throws Exception {
        Job job = job("1", Job.COMMAND, List.of("/no/such/program"));

        SupervisorClient.Refusal refusal =
                supervisor.bring(APP, job, Optional.empty()).orElseThrow();

        assertThat(refusal.reason()).isEqualTo("Its command cannot be started: /no/such/program.");
    }

    @Test
    void aPortThatIsTakenIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SupervisorClient.Refusal refusal = supervisor
                    .bring(APP, job("1", Job.PORT, taken.getLocalPort()), Optional.empty())
                    .orElseThrow();

            assertThat(refusal.reason()).isEqualTo("Port " + taken.getLocalPort() + " is taken by another program.");
        }
    }

    @Test
    void whatDoesNotAnswerIsToldAndTheOldOneGoesOn() throws Exception {
        bring(APP, job("1"));
        long first = status(APP).pid();

        SupervisorClient.Refusal refusal = supervisor
                .bring(APP, job("2", Job.HEALTH_PATH, "/health", Job.START_SECONDS, 1), Optional.empty())
                .orElseThrow();

        assertThat(refusal.reason()).matches("It does not answer /health on port \\d+ within 1 s\\.");
        assertThat(status(APP).pid()).isEqualTo(first);
        assertThat(status(APP).configuration()).isEqualTo("1");
        assertThat(processesIn(place.job(APP))).containsExactly(first);
    }

    /** The processes that run in a folder. */
    private static List<Long> processesIn(Path folder) throws IOException {
        List<Long> found = new ArrayList<>();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            for (ProcessHandle process : all.toList()) {
                Path directory = Path.of("/proc", Long.toString(process.pid()), "cwd");
                try {
                    if (Files.readSymbolicLink(directory).equals(folder.toRealPath())) {
                        found.add(process.pid());
                    }
                } catch (IOException othersOrGone) {
                    // It is none of ours.
                }
            }
        }
        return found;
    }

    private static int countIn(Path folder) {
        try {
            return processesIn(folder).size();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void secretsAreInNoCommandLineAndInTheEnvironmentOfTheirProcessAlone() throws Exception {
        MapValue secrets = Values.map("PASSWORD", "hunter2");
        assertThat(supervisor.bring(APP, job("1"), Optional.of(secrets))).isEmpty();

        long pid = status(APP).pid();
        assertThat(Files.readString(Path.of("/proc", Long.toString(pid), "environ")))
                .contains("PASSWORD=hunter2");
        for (String file : List.of("environ", "cmdline")) {
            assertThat(Files.readString(
                            Path.of("/proc", Long.toString(supervisorProcess().pid()), file)))
                    .doesNotContain("hunter2");
        }
        assertThat(Files.readString(place.log())).doesNotContain("hunter2");
        try (Stream<Path> all = Files.walk(place.folder())) {
            for (Path path : all.toList()) {
                assertThat(Files.getPosixFilePermissions(path))
                        .as(path.toString())
                        .doesNotContainAnyElementsOf(Set.of(
                                PosixFilePermission.GROUP_READ,
                                PosixFilePermission.OTHERS_READ,
                                PosixFilePermission.GROUP_EXECUTE,
                                PosixFilePermission.OTHERS_EXECUTE));
            }
        }
    }

    @Test
    void aProcessThatTakesTooMuchMemoryIsStartedAgain() throws Exception {
        bring(APP, job("1", Job.MEMORY, 1000));

        await("a restart", () -> status(APP).restarts() > 0);

        assertThat(Files.readString(place.log())).contains("container/app takes more memory than 1000 bytes");
    }

    @Test
    void afterTheLastJobNothingIsLeft() throws Exception {
        bring(APP, job("1"));
        long pid = status(APP).pid();
        ProcessHandle process = supervisorProcess();

        supervisor.remove(APP);

        await("the end of both", () -> !process.isAlive() && !isAlive(pid));
        assertThat(project.resolve(".corbel/local")).doesNotExist();
    }

    @Test
    void whereItsFolderIsDeletedEverythingEnds() throws Exception {
        bring(APP, job("1"));
        long pid = status(APP).pid();
        ProcessHandle process = supervisorProcess();

        PrivateFiles.deleteAll(project.resolve(".corbel"));

        await("the end", () -> !process.isAlive() && !isAlive(pid));
        assertThat(project.resolve(".corbel")).doesNotExist();
    }

    @Test
    void environmentsStandBesideEachOther() throws Exception {
        Place another = Place.of(project, "another");
        try {
            bring(APP, job("1"));
            assertThat(new SupervisorClient(another).bring(APP, job("1"), Optional.empty()))
                    .isEmpty();
            assertThat(new SupervisorClient(another)
                            .statuses()
                            .getOrDefault(APP, JobStatus.NONE)
                            .pid())
                    .isNotEqualTo(status(APP).pid());
        } finally {
            SupervisorClient.stop(another);
        }
        assertThat(status(APP).running()).isTrue();
    }

    @Test
    void aNameHasOneOwner() throws Exception {
        bring(APP, job("1"));
        Job another = new Job(job("1").content().with(Job.TOKEN, Value.of("another")));

        assertThat(supervisor
                        .bring(APP, another, Optional.empty())
                        .orElseThrow()
                        .reason())
                .isEqualTo("Another one has its name.");
    }
}
