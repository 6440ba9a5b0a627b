package dev.corbel.state.local;

import static dev.corbel.state.Samples.address;
import static dev.corbel.state.Samples.created;
import static dev.corbel.state.Samples.intent;
import static dev.corbel.state.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.state.StateBackup;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.LockHolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every problem with the files of an environment, in the words that people see. */
class LocalProblemTest {
    @TempDir
    Path project;

    private final StringBuilder lineage = new StringBuilder();

    private LocalStateStore store(String environment) {
        return new LocalStateStore(project, environment, "0.1.0");
    }

    private StateTransaction begin() {
        return store("production").begin(LockHolder.ofThisProcess("apply production"), Duration.ZERO);
    }

    private void commit(Result result) {
        try (StateTransaction transaction = begin()) {
            transaction.record(result);
            String known = transaction.commit().lineage();
            lineage.setLength(0);
            lineage.append(known);
        }
    }

    private Path file(String name) {
        return project.resolve(".corbel/state/production").resolve(name);
    }

    private void replaceIn(Path file, String old, String replacement) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, replacement));
    }

    private static String text(ThrowingCallable call) {
        DiagnosticsException problem = catchThrowableOfType(DiagnosticsException.class, call);
        assertThat(problem).isNotNull();
        assertThat(problem.diagnostics()).hasSize(1);
        return text(problem.diagnostics().get(0));
    }

    private static List<String> texts(ThrowingCallable call) {
        DiagnosticsException problem = catchThrowableOfType(DiagnosticsException.class, call);
        return problem.diagnostics().stream().map(LocalProblemTest::text).toList();
    }

    private static String text(Diagnostic problem) {
        return problem.summary() + "\n" + problem.detail() + "\n"
                + problem.hint().orElse("");
    }

    @Test
    void aCorruptStateFile() throws IOException {
        commit(put("a", "1"));
        commit(put("a", "2"));
        replaceIn(file("state.json"), "\"serial\" : 2,", "\"serial\" : geheim,");
        String expected = """
                The state file is corrupt
                .corbel/state/production/state.json:5:21: it is not JSON here.
                The state before it, serial 1, is in .corbel/state/production/backups/000001-serial-1.json; older ones are beside it. Copy it to .corbel/state/production/state.json to go on from it.""";
        assertThat(text(this::begin)).isEqualTo(expected);
        assertThat(text(() -> store("production").read())).isEqualTo(expected);
        assertThat(catchThrowableOfType(DiagnosticsException.class, this::begin).diagnostics())
                .singleElement()
                .satisfies(problem -> assertThat(problem.range())
                        .contains(SourceRange.at(".corbel/state/production/state.json", 5, 21)));
    }

    @Test
    void aStateFileWithAFieldTwice() throws IOException {
        commit(put("a", "1"));
        replaceIn(file("state.json"), "\"serial\" : 1,", "\"serial\" : 1, \"serial\" : 2,");
        assertThat(text(this::begin))
                .contains(".corbel/state/production/state.json:5:25: the field \"serial\" is there twice.");
        replaceIn(file("state.json"), "\"serial\" : 1, \"serial\" : 2,", "\"serial\" : 1,");
        replaceIn(file("state.json"), "\"value\" : \"1\"", "\"value\" : \"1\", \"value\" : \"geheim\"");
        assertThat(text(this::begin)).contains(": a key is there twice.").doesNotContain("geheim");
    }

    @Test
    void aTruncatedStateFile() throws IOException {
        commit(put("a", "1"));
        byte[] whole = Files.readAllBytes(file("state.json"));
        Files.write(file("state.json"), java.util.Arrays.copyOf(whole, whole.length - 30));
        assertThat(text(this::begin)).contains("The state file is corrupt", ": it ends too early.");
        Files.write(file("state.json"), new byte[0]);
        assertThat(text(this::begin)).isEqualTo("""
                        The state file is corrupt
                        .corbel/state/production/state.json:1:1: it is empty.
                        There is no former state to go back to. To start anew and forget all that exists, delete the folder .corbel/state/production.""");
    }

    @Test
    void aStateFileOfANewerFormat() throws IOException {
        commit(put("a", "1"));
        replaceIn(file("state.json"), "\"format\" : 2,", "\"format\" : 3,");
        assertThat(text(this::begin)).isEqualTo("""
                        The state file has a newer format
                        .corbel/state/production/state.json has format 3; this version of Corbel reads formats up to 2.
                        Use the version of Corbel that wrote it, or a later one.""");
    }

    @Test
    void theStateOfAnotherEnvironment() throws IOException {
        commit(put("a", "1"));
        Files.createDirectories(project.resolve(".corbel/state/staging"));
        Files.copy(file("state.json"), project.resolve(".corbel/state/staging/state.json"));
        assertThat(text(() -> store("staging").read())).isEqualTo("""
                        This is the state of another environment
                        .corbel/state/staging/state.json is the state of environment "production", not of "staging".
                        Put each state back in its own folder.""");
    }

    @Test
    void aStateFileThatIsGone() throws IOException {
        commit(put("a", "1"));
        commit(put("a", "2"));
        Files.delete(file("state.json"));
        assertThat(text(this::begin)).isEqualTo("""
                        The state file is missing
                        .corbel/state/production/state.json is gone, but former states are in .corbel/state/production/backups.
                        Copy the newest of them to .corbel/state/production/state.json. To start anew and forget all that exists, delete the folder .corbel/state/production.""");
    }

    @Test
    void aTruncatedJournal() throws IOException {
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "a"));
            transaction.record(created("1", "a"));
        }
        Path segment = file("journal/000001.jsonl");
        byte[] whole = Files.readAllBytes(segment);
        Files.write(segment, java.util.Arrays.copyOf(whole, whole.length - 5));
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.warnings()).singleElement().satisfies(warning -> assertThat(text(warning))
                    .isEqualTo("""
                            The end of the journal was cut off
                            .corbel/state/production/journal/000001.jsonl:3: the run that wrote it was stopped in the middle of an entry. All entries before it were kept, and what was cut off is in .corbel/state/production/journal/000001.torn.
                            """));
            assertThat(transaction.interrupted()).containsExactly(intent("1", "a"));
        }
        assertThat(segment).doesNotExist();
        assertThat(file("journal/000001.torn")).hasBinaryContent(end(whole));
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.warnings()).isEmpty();
            assertThat(transaction.interrupted()).containsExactly(intent("1", "a"));
        }
    }

    /** The last line without its last five bytes. */
    private static byte[] end(byte[] lines) {
        int start = lines.length - 1;
        while (lines[start - 1] != '\n') {
            start--;
        }
        return java.util.Arrays.copyOfRange(lines, start, lines.length - 5);
    }

    @Test
    void twoTruncatedJournals() throws IOException {
        List<byte[]> ends = new java.util.ArrayList<>();
        for (String operation : List.of("1", "22")) {
            try (StateTransaction transaction = begin()) {
                transaction.intend(intent(operation, "a"));
            }
            Path segment = file("journal/000001.jsonl");
            byte[] whole = Files.readAllBytes(segment);
            Files.write(segment, java.util.Arrays.copyOf(whole, whole.length - 5));
            ends.add(end(whole));
            begin().close();
        }
        assertThat(file("journal/000001.torn")).hasBinaryContent(ends.get(0));
        assertThat(file("journal/000001-2.torn")).hasBinaryContent(ends.get(1));
    }

    @Test
    void aJournalWithOtherLineEnds() throws IOException {
        commit(put("a", "1"));
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "b"));
            transaction.record(created("1", "b"));
        }
        Path segment = file("journal/000001.jsonl");
        replaceIn(segment, "\n", "\r\n");
        byte[] before = Files.readAllBytes(segment);
        byte[] state = Files.readAllBytes(file("state.json"));
        String expected = """
                The journal is corrupt
                .corbel/state/production/journal/000001.jsonl:1:1: the entry is not what was written.
                It records what an interrupted run did, so it was left as it is. Compare what it says with what exists, then move the file away and import or delete what is missing from state.""";
        assertThat(text(this::begin)).isEqualTo(expected);
        assertThat(text(() -> store("production").read())).isEqualTo(expected);
        assertThat(segment).hasBinaryContent(before);
        assertThat(file("state.json")).hasBinaryContent(state);
        try (Stream<Path> files = Files.list(file("journal"))) {
            assertThat(files).containsExactly(segment);
        }
    }

    @Test
    void anEmptyJournal() throws IOException {
        commit(put("a", "1"));
        Files.createDirectories(file("journal"));
        Files.createFile(file("journal/000001.jsonl"));
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.warnings()).singleElement().satisfies(warning -> assertThat(text(warning))
                    .isEqualTo("""
                            The journal is empty
                            .corbel/state/production/journal/000001.jsonl has no entry: the run that made it was stopped, or had no room, before it could write one, and so before it called anything.
                            Where something else emptied it, what that run did is lost: compare the plan with what exists."""));
            assertThat(transaction.initial().current(address("a"))).isPresent();
        }
        assertThat(file("journal/000001.jsonl")).doesNotExist();
    }

    @Test
    void aCorruptJournal() throws IOException {
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "a"));
            transaction.record(created("1", "a"));
        }
        Path segment = file("journal/000001.jsonl");
        replaceIn(segment, "\"create\"", "\"delete\"");
        byte[] before = Files.readAllBytes(segment);
        String expected = """
                The journal is corrupt
                .corbel/state/production/journal/000001.jsonl:2:1: the entry is not what was written.
                It records what an interrupted run did, so it was left as it is. Compare what it says with what exists, then move the file away and import or delete what is missing from state.""";
        assertThat(text(this::begin)).isEqualTo(expected);
        assertThat(text(() -> store("production").read())).isEqualTo(expected);
        assertThat(segment).hasBinaryContent(before);
    }

    @Test
    void aJournalThatGoesOnFromAnotherState() throws IOException {
        commit(put("a", "1"));
        try (StateTransaction transaction = begin()) {
            transaction.record(put("a", "2"));
        }
        replaceIn(file("state.json"), "\"serial\" : 1,", "\"serial\" : 5,");
        assertThat(text(this::begin)).isEqualTo("""
                        A journal does not belong to the state
                        .corbel/state/production/journal/000001.jsonl goes on from serial 1 of lineage LINEAGE, but the state has serial 5 of lineage LINEAGE.
                        It records what an interrupted run did, so it was left as it is. Put back the state that it goes on from (former states are in .corbel/state/production/backups), or move the file away and import what it created.""".replace("LINEAGE", lineage));
    }

    @Test
    void aStateThatSomebodyElseWroteDuringTheRun() throws IOException {
        commit(put("a", "1"));
        try (StateTransaction transaction = begin()) {
            transaction.record(put("a", "2"));
            replaceIn(file("state.json"), "\"serial\" : 1,", "\"serial\" : 5,");
            byte[] before = Files.readAllBytes(file("state.json"));
            assertThat(texts(transaction::commit)).containsExactly("""
                            State was changed by somebody else
                            This run started from serial 1, but .corbel/state/production/state.json now has serial 5 or another lineage. Nothing was overwritten.
                            """, """
                            What this run did is kept in .corbel/rescued/production-3-late.json
                            It could not be kept in .corbel/state/production.
                            Another run may have gone on meanwhile: compare the file with what "corbel state pull production" prints, and import what is missing there. What is there under another id exists twice: delete one of the two.""");
            assertThat(file("state.json")).hasBinaryContent(before);
        }
        assertThat(file("journal/000001.jsonl")).exists();
        assertThat(project.resolve(".corbel/rescued/production-3-late.json"))
                .content()
                .contains("\"id-2\"");
    }

    @Test
    void aFolderThatCannotBeWritten() throws IOException {
        Files.writeString(project.resolve(".corbel"), "a file");
        assertThat(text(this::begin))
                .isEqualTo("""
                        Cannot write .corbel/state/production
                        State of environment "production" cannot be kept: FILE.
                        What was recorded before is safe. Make room or give access, then run the command again.""".replace("FILE", project.resolve(".corbel") + " is there already and not a folder"));
    }

    @Test
    void aDiskThatIsFullInTheMiddleOfARun() {
        commit(put("a", "1"));
        LocalStateStore full = new LocalStateStore(project, "production", "0.1.0", 3, new FaultyDisk(400));
        try (StateTransaction transaction = full.begin(LockHolder.ofThisProcess("apply"), Duration.ZERO)) {
            assertThat(text(() -> transaction.intend(intent("1", "b")))).isEqualTo("""
                            Cannot write .corbel/state/production/journal
                            State of environment "production" cannot be kept: the machine stopped.
                            What was recorded before is safe. Make room or give access, then run the command again.""");
            for (String operation : List.of("2", "3", "4")) {
                assertThat(text(() -> transaction.intend(intent(operation, "c"))))
                        .contains("cannot be kept: writing failed before: the machine stopped.");
            }
        }
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.interrupted()).isEmpty();
            assertThat(List.copyOf(transaction.initial().instances().keySet())).hasSize(1);
        }
    }

    @Test
    void aFormerStateInThePlaceOfAnotherOne() throws IOException {
        commit(put("a", "1"));
        commit(put("a", "2"));
        commit(put("a", "3"));
        StateBackup second = store("production").backups().get(0);
        StateBackup first = store("production").backups().get(1);
        Files.copy(project.resolve(first.name()), project.resolve(second.name()), StandardCopyOption.REPLACE_EXISTING);

        assertThat(text(() -> store("production").backup(second)))
                .isEqualTo("The former state is another one\n" + second.name()
                        + " has serial 1, not 2 as its name says.\nChoose another one; nothing was changed.");
    }
}
