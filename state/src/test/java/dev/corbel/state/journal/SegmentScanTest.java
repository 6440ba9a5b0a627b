package dev.corbel.state.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.state.journal.SegmentScan.Damage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentScanTest {
    /** Three lines, each synced before the next one was written. */
    private static final List<byte[]> LINES =
            List.of(line(1, 0, "{\"a\":1}"), line(2, 1, "{\"b\":2}"), line(3, 2, "{\"c\":3}"));

    private static byte[] line(long sequence, long synced, String payload) {
        return Frame.encode(sequence, synced, payload.getBytes(UTF_8));
    }

    private static byte[] join(List<byte[]> lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        lines.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static List<String> payloads(SegmentScan scan) {
        return scan.lines().stream()
                .map(line -> new String(scan.data(), line.offset(), line.length(), UTF_8))
                .toList();
    }

    @Test
    void writesLinesThatPeopleCanRead() {
        assertThat(new String(LINES.get(1), UTF_8)).isEqualTo("2 1 7 d8b310f6 {\"b\":2}\n");
    }

    @Test
    void readsWhatWasWritten() {
        SegmentScan scan = SegmentScan.of(join(LINES));
        assertThat(scan.damage()).isEqualTo(Damage.NONE);
        assertThat(payloads(scan)).containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
    }

    @Test
    void keepsTheWholeLinesOfEveryPrefix() {
        byte[] data = join(LINES);
        int first = LINES.get(0).length;
        int second = first + LINES.get(1).length;
        for (int length = 0; length <= data.length; length++) {
            SegmentScan scan = SegmentScan.of(Arrays.copyOf(data, length));
            int whole = length == data.length ? 3 : length >= second ? 2 : length >= first ? 1 : 0;
            assertThat(scan.lines()).as("length %d", length).hasSize(whole);
            boolean atTheEndOfALine = length == 0 || length == first || length == second || length == data.length;
            assertThat(scan.damage()).as("length %d", length).isEqualTo(atTheEndOfALine ? Damage.NONE : Damage.TORN);
        }
    }

    @Test
    void tellsEveryChangedByteOfALineThatOthersFollow() {
        for (int line = 0; line < 2; line++) {
            int start = line == 0 ? 0 : LINES.get(0).length;
            for (int i = start; i < start + LINES.get(line).length; i++) {
                byte[] data = join(LINES);
                data[i] ^= 1;
                SegmentScan scan = SegmentScan.of(data);
                assertThat(scan.damage()).as("byte %d", i).isEqualTo(Damage.CORRUPT);
                assertThat(scan.damagedLine()).as("byte %d", i).isEqualTo(line + 1);
            }
        }
    }

    @Test
    void tellsALineThatIsGone() {
        SegmentScan scan = SegmentScan.of(join(List.of(LINES.get(0), LINES.get(2))));
        assertThat(scan.damage()).isEqualTo(Damage.CORRUPT);
        assertThat(scan.damagedLine()).isEqualTo(2);
    }

    @Test
    void takesAHoleInTheLastBatchForACrash() {
        byte[] hole = line(2, 1, "{\"b\":2}");
        Arrays.fill(hole, 2, 9, (byte) 0);
        SegmentScan scan = SegmentScan.of(join(List.of(LINES.get(0), hole, line(3, 1, "{\"c\":3}"))));
        assertThat(scan.damage()).isEqualTo(Damage.TORN);
        assertThat(payloads(scan)).containsExactly("{\"a\":1}");
    }

    @Test
    void takesAnAlteredLastLineForCorruption() {
        byte[] data = join(LINES);
        data[data.length - 4] = '7';
        assertThat(SegmentScan.of(data).damage()).isEqualTo(Damage.CORRUPT);
    }
}
