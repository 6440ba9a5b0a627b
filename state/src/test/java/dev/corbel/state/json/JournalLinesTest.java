package dev.corbel.state.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.state.encryption.DecryptionException;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.encryption.TestKey;
import dev.corbel.state.journal.JournalEntry;
import dev.corbel.state.journal.Result;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalLinesTest {
    private static final Result RESULT = new Result(Optional.of("operation"), List.of());

    private static JournalLines.Writing writing(StateEncryption encryption) {
        return new JournalLines.Writing(encryption, "lineage", 7, "journal");
    }

    private static JournalEntry read(StateEncryption encryption, byte[] header, long sequence, byte[] line)
            throws IOException {
        JournalLines lines = new JournalLines(encryption);
        lines.header(header, 0, header.length);
        return lines.entry(sequence, line, 0, line.length);
    }

    @Test
    void anEntryIsOneLineThatHidesWhatItSays() throws IOException {
        StateEncryption encryption = TestKey.encryption("production", "a");
        JournalLines.Writing writing = writing(encryption);
        byte[] header = writing.header(1);
        byte[] line = writing.entry(2, JournalJson.write(RESULT));

        assertThat(new String(line, UTF_8)).startsWith("{\"").endsWith("\"}").doesNotContain("operation", "\n");
        assertThat(new String(header, UTF_8).replaceAll("\"ciphertext\":\"[^\"]*\"", "\"ciphertext\":\"…\""))
                .isEqualTo("{\"entry\":\"journal\",\"format\":2,\"environment\":\"production\",\"lineage\":\"lineage\","
                        + "\"serial\":7,\"id\":\"journal\",\"segment\":1,\"encryption\":{\"format\":1,"
                        + "\"algorithm\":\"AES-256-GCM\",\"keys\":[{\"kind\":\"test\",\"parameters\":{\"key\":\"a\"},"
                        + "\"ciphertext\":\"…\"}]}}");
        assertThat(read(TestKey.encryption("production", "a"), header, 2, line))
                .isEqualTo(new JournalEntry.Recorded(RESULT));
    }

    @Test
    void anEntryCountsInItsPlaceAlone() {
        StateEncryption encryption = TestKey.encryption("production", "a");
        JournalLines.Writing writing = writing(encryption);
        byte[] header = writing.header(1);
        byte[] line = writing.entry(2, JournalJson.write(RESULT));

        assertThatThrownBy(() -> read(encryption, header, 3, line)).isInstanceOf(DecryptionException.class);
        for (String[] change : new String[][] {
            {"\"lineage\":\"lineage\"", "\"lineage\":\"other\""},
            {"\"serial\":7", "\"serial\":8"},
            {"\"id\":\"journal\"", "\"id\":\"other\""},
            {"production", "staging"},
            {"AES-256-GCM", "ROT13"}
        }) {
            byte[] other =
                    new String(header, UTF_8).replace(change[0], change[1]).getBytes(UTF_8);
            assertThatThrownBy(() -> read(encryption, other, 2, line)).isInstanceOf(IOException.class);
        }
        byte[] altered = new String(line, UTF_8).replace("\"}", "!\"}").getBytes(UTF_8);
        assertThatThrownBy(() -> read(encryption, header, 2, altered)).hasMessage("A line of it is no Base64");
    }

    @Test
    void aLineInTheClearIsNotTakenAmongEncryptedOnes() {
        StateEncryption encryption = TestKey.encryption("production", "a");
        byte[] header = writing(encryption).header(1);

        assertThatThrownBy(() -> read(encryption, header, 2, JournalJson.write(RESULT)))
                .hasMessage("A line of it is in the clear");
    }

    @Test
    void aJournalInTheClearIsTakenOnlyWhereThatIsAskedFor() throws IOException {
        byte[] header = writing(StateEncryption.none("production")).header(1);
        byte[] line = writing(StateEncryption.none("production")).entry(2, JournalJson.write(RESULT));

        assertThat(line).isEqualTo(JournalJson.write(RESULT));
        assertThat(read(TestKey.encryption("production", "a", List.of(), true), header, 2, line))
                .isEqualTo(new JournalEntry.Recorded(RESULT));
        assertThatThrownBy(() -> read(TestKey.encryption("production", "a"), header, 2, line))
                .hasMessage("The definition asks for encryption, so it may be a forgery");
    }

    @Test
    void anEncryptedLineUnderAHeaderInTheClearIsAltered() {
        StateEncryption encryption = TestKey.encryption("production", "a", List.of(), true);
        byte[] header = writing(StateEncryption.none("production")).header(1);
        byte[] line = writing(encryption).entry(2, JournalJson.write(RESULT));

        assertThatThrownBy(() -> read(encryption, header, 2, line))
                .hasMessage("Its first line says that it is in the clear");
        assertThatThrownBy(() -> read(
                        StateEncryption.none("production"), writing(encryption).header(1), 2, line))
                .isInstanceOf(DecryptionException.class);
    }

    @Test
    void aSegmentBeginsWithAHeader() throws IOException {
        StateEncryption encryption = TestKey.encryption("production", "a");
        byte[] line = writing(encryption).entry(1, JournalJson.write(RESULT));
        byte[] clear = JournalJson.write(RESULT);

        assertThat(new JournalLines(encryption).header(line, 0, line.length)).isEmpty();
        assertThat(new JournalLines(encryption).header(clear, 0, clear.length)).isEmpty();
    }
}
