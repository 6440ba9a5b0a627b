package dev.corbel.state.conformance;

import static dev.corbel.state.conformance.Samples.created;
import static dev.corbel.state.conformance.Samples.holder;
import static dev.corbel.state.conformance.Samples.intent;
import static dev.corbel.state.conformance.Samples.names;
import static dev.corbel.state.conformance.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateDocumentReader;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The place is lost in mid-apply: everything known is kept beside the project. */
class RescueTest {
    private final Path project;

    private final InMemoryObjectStore place = new InMemoryObjectStore();
    private final TestTime time = new TestTime();
    private final Machine machine;
    private final Machine other;

    RescueTest(@TempDir Path project) {
        this.project = project;
        this.machine = new Machine("run", place, project, time);
        this.other = new Machine("other", place, project, time);
    }

    private Path rescued(String name) {
        return project.resolve(".corbel/rescued").resolve(name);
    }

    private static String text(DiagnosticsException problem) {
        StringBuilder text = new StringBuilder();
        problem.diagnostics().forEach(one -> text.append(one.summary())
                .append('\n')
                .append(one.detail())
                .append('\n')
                .append(one.hint().orElse(""))
                .append("\n\n"));
        return text.toString().strip();
    }

    /** Loses the place between a call and its result, and again at the end. */
    private DiagnosticsException lose() {
        try (StateTransaction transaction = machine.begin()) {
            transaction.record(put("x", "1"));
            transaction.commit();
            transaction.intend(intent("1", "a"));
            transaction.intend(intent("2", "b"));
            machine.objects().set(Trouble.stopAfter(0));
            assertThat(BackendFixture.problem(() -> transaction.record(created("1", "a"))))
                    .isEqualTo("Cannot write the state of environment \"production\"\n"
                            + "Cannot create journal/000001/000004 in memory: unreachable.");
            return catchThrowableOfType(DiagnosticsException.class, transaction::commit);
        }
    }

    private StateDocument read(Path file) throws IOException {
        try (InputStream source = Files.newInputStream(file)) {
            return StateDocumentReader.read(source);
        }
    }

    @Test
    void whatTheRunDidIsInAFileThatPushTakes() throws IOException {
        assertThat(text(lose())).isEqualTo("""
                Cannot write the state of environment "production"
                Cannot create snapshots/000002-ID.json in memory: unreachable.


                What this run did is kept in .corbel/rescued/production-3.json
                It could not be kept in memory.
                When the backend can be reached again, put it there with "corbel state push production .corbel/rescued/production-3.json" before anything else is run.""".replace("ID", journalId()));
        Path file = rescued("production-3.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        machine.kill();
        time.resumeUnaware();
        State kept = other.store().push(read(file), false, holder("push"), Duration.ofMinutes(5));
        assertThat(kept.serial()).isEqualTo(3);
        assertThat(names(kept)).containsExactly("a", "x");
        assertThat(other.store().pull().interrupted()).containsExactly(intent("2", "b"));
    }

    private String journalId() throws IOException {
        return read(rescued("production-3.json")).journal();
    }

    @Test
    void anEarlierFileIsNotOverwritten() throws IOException {
        Files.createDirectories(rescued("").toAbsolutePath());
        Files.writeString(rescued("production-3.json"), "earlier");
        assertThat(text(lose())).contains("What this run did is kept in .corbel/rescued/production-3-2.json");
        assertThat(rescued("production-3.json")).hasContent("earlier");
        assertThat(names(read(rescued("production-3-2.json")).state())).containsExactly("a", "x");
    }

    @Test
    void aProjectThatCannotBeWrittenIsSaidToo() throws IOException {
        Files.writeString(project.resolve(".corbel"), "a file");
        assertThat(text(lose()))
                .contains("What this run did could not be kept on this machine either\nWriting below "
                        + project.resolve(".corbel/rescued") + " failed: ");
    }

    @Test
    void whatAFencedRunKnowsIsKeptToBeCompared() throws IOException {
        TestTime far = time.another();
        Machine asleep = new Machine("asleep", place, project, far);
        try (StateTransaction transaction = asleep.begin()) {
            transaction.intend(intent("1", "a"));
            far.suspend();
            try (StateTransaction next = other.begin()) {
                next.record(put("w", "1"));
                next.commit();
            }
            far.resume();
            BackendFixture.problem(() -> transaction.record(created("1", "a")));
            assertThat(text(catchThrowableOfType(DiagnosticsException.class, transaction::commit)))
                    .endsWith("""
                            What this run did is kept in .corbel/rescued/production-2-late.json
                            It could not be kept in memory.
                            Another run may have gone on meanwhile: compare the file with what "corbel state pull production" prints, and import what is missing there. What is there under another id exists twice: delete one of the two.""");
        }
        assertThat(names(read(rescued("production-2-late.json")).state())).containsExactly("a");
    }
}
