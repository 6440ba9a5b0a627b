package dev.corbel.state.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One line of a segment: {@code SEQUENCE SYNCED LENGTH CRC PAYLOAD}. The checksum covers all the rest.
 *
 * @param sequence counts the lines of a journal through all its segments, from 1
 * @param synced the last line that was known to be on the disk when this one was written
 * @param offset of the payload in the segment
 * @param length of the payload in bytes
 */
record Frame(long sequence, long synced, int offset, int length) {

    static byte[] encode(long sequence, long synced, byte[] payload) {
        String start = sequence + " " + synced + " " + payload.length + " ";
        byte[] head = start.getBytes(StandardCharsets.US_ASCII);
        CRC32C checksum = new CRC32C();
        checksum.update(head);
        checksum.update(payload);
        byte[] sum = (HexFormat.of().toHexDigits((int) checksum.getValue()) + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] line = new byte[head.length + sum.length + payload.length + 1];
        System.arraycopy(head, 0, line, 0, head.length);
        System.arraycopy(sum, 0, line, head.length, sum.length);
        System.arraycopy(payload, 0, line, head.length + sum.length, payload.length);
        line[line.length - 1] = '\n';
        return line;
    }

    /** Reads the line between two offsets, the latter being that of its line break; empty where it is not one. */
    static Optional<Frame> decode(byte[] data, int from, int to) {
        NumberScanner scanner = new NumberScanner(data, from, to);
        long sequence = scanner.decimal();
        long synced = scanner.decimal();
        long length = scanner.decimal();
        int headEnd = scanner.position();
        long sum = scanner.hexadecimal();
        int offset = scanner.position();
        if (scanner.failed() || length != to - offset) {
            return Optional.empty();
        }
        CRC32C checksum = new CRC32C();
        checksum.update(data, from, headEnd - from);
        checksum.update(data, offset, to - offset);
        return checksum.getValue() == sum
                ? Optional.of(new Frame(sequence, synced, offset, (int) length))
                : Optional.empty();
    }

    /**
     * Tells whether bytes without a line break may be the beginning of a line.
     *
     * @param expected the line's number; 0 where any will do
     */
    static boolean begins(byte[] data, int from, int to, long expected) {
        NumberScanner scanner = new NumberScanner(data, from, to);
        long sequence = scanner.decimal();
        if (scanner.failed()) {
            return scanner.ranOut();
        }
        long synced = scanner.decimal();
        if ((expected != 0 && sequence != expected) || (!scanner.failed() && synced >= sequence)) {
            return false;
        }
        long length = scanner.decimal();
        scanner.hexadecimal();
        if (scanner.failed()) {
            return scanner.ranOut();
        }
        int present = to - scanner.position();
        return present < length || (present == length && decode(data, from, to).isPresent());
    }

    /** Numbers that each end with a space. */
    private static final class NumberScanner {
        private final byte[] data;
        private final int end;
        private int position;
        private boolean failed;
        private boolean ranOut;

        NumberScanner(byte[] data, int from, int to) {
            this.data = data;
            this.position = from;
            this.end = to;
        }

        int position() {
            return position;
        }

        boolean failed() {
            return failed;
        }

        /** Tells whether the bytes end in the middle of a number. */
        boolean ranOut() {
            return ranOut;
        }

        long decimal() {
            return number(10, 18);
        }

        long hexadecimal() {
            return number(16, 8);
        }

        private long number(int radix, int longest) {
            if (failed) {
                return 0;
            }
            long value = 0;
            int start = position;
            while (position < end && data[position] != ' ') {
                int digit = Character.digit(data[position], radix);
                if (digit < 0 || position - start == longest) {
                    failed = true;
                    return 0;
                }
                value = value * radix + digit;
                position++;
            }
            ranOut = position == end;
            failed = ranOut || position == start;
            position++;
            return value;
        }
    }
}
