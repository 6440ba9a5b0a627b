package dev.corbel.state.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.state.journal.SegmentScan.Damage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void takesOtherLineEndsForCorruption() {
        String whole = new String(join(LINES), UTF_8);
        for (String converted : List.of(
                whole.replace("\n", "\r\n"),
                whole.replace('\n', '\r'),
                whole.replace("\n", ""),
                whole.toUpperCase(java.util.Locale.ROOT),
                " " + whole,
                "\n" + whole,
                "\ufeff" + whole)) {
            SegmentScan scan = SegmentScan.of(converted.getBytes(UTF_8));
            assertThat(scan.damage()).as(converted).isEqualTo(Damage.CORRUPT);
            assertThat(scan.damagedLine()).as(converted).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "garbage\n",
                "\n",
                "}\n",
                "1 0 7 d8b310f6 {\"b\":22}",
                "1 1 7",
                "1 x",
                "0001 0 7 x",
                "{\"a\":1}"
            })
    void takesForCorruptionWhatNoLineBeginsWith(String text) {
        assertThat(SegmentScan.of(text.getBytes(UTF_8)).damage()).isEqualTo(Damage.CORRUPT);
        byte[] after = join(List.of(LINES.get(0), text.getBytes(UTF_8)));
        assertThat(SegmentScan.of(after).damage()).isEqualTo(Damage.CORRUPT);
        assertThat(SegmentScan.of(after).damagedLine()).isEqualTo(2);
    }

    @Test
    void takesTheBeginningOfAnotherLineThanTheNextForCorruption() {
        byte[] data = join(List.of(LINES.get(0), LINES.get(2)));
        assertThat(SegmentScan.of(Arrays.copyOf(data, data.length - 3)).damage())
                .isEqualTo(Damage.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void tellsAnotherEncoding(String encoding) {
        List<byte[]> lines = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            lines.add(line(i, i - 1, "{\"a\":" + i + "}"));
        }
        for (int count : List.of(1, 2, 100)) {
            String text = new String(join(lines.subList(0, count)), UTF_8);
            assertThat(SegmentScan.of(text.getBytes(Charset.forName(encoding))).damage())
                    .as("%d lines", count)
                    .isEqualTo(Damage.CORRUPT);
        }
    }

    @Test
    void takesZerosToTheEndOfTheBlockInWhichTheFileEndedForACrash() {
        byte[] first = line(1, 0, "{\"a\":\"" + "x".repeat(485) + "\"}");
        byte[] second = line(2, 0, "{\"b\":\"" + "y".repeat(600) + "\"}");
        byte[] data = join(List.of(first, second));
        assertThat(first).hasSize(511);
        data[511] = 0;
        SegmentScan scan = SegmentScan.of(data);
        assertThat(scan.damage()).isEqualTo(Damage.TORN);
        assertThat(scan.lines()).hasSize(1);
    }

    @Test
    void takesZerosAtTheEndForACrash() {
        byte[] data = join(LINES);
        for (int length = 0; length < data.length; length++) {
            byte[] zeros = Arrays.copyOf(Arrays.copyOf(data, length), data.length + 10);
            SegmentScan scan = SegmentScan.of(zeros);
            assertThat(scan.damage()).as("length %d", length).isEqualTo(Damage.TORN);
            int whole = scan.lines().stream()
                    .mapToInt(line -> line.offset() + line.length() + 1)
                    .max()
                    .orElse(0);
            assertThat(scan.damaged()).isEqualTo(Arrays.copyOfRange(zeros, whole, zeros.length));
        }
    }

    @Test
    void takesALineAfterAHoleForCorruptionThatIsNotWhatWasWritten() {
        byte[] hole = line(2, 1, "{\"b\":2}");
        Arrays.fill(hole, 2, 9, (byte) 0);
        byte[] altered = line(3, 1, "{\"c\":3}");
        altered[altered.length - 3] = '4';
        assertThat(SegmentScan.of(join(List.of(LINES.get(0), hole, altered))).damage())
                .isEqualTo(Damage.CORRUPT);
    }
}
