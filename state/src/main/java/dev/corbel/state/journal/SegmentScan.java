package dev.corbel.state.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lines of a segment, as far as they are whole. */
public final class SegmentScan {
    /** The least number of bytes that a disk writes at once. */
    private static final int BLOCK = 512;

    /** The zeros of a character in UTF-32. */
    private static final int MAX_ZEROS_OF_TEXT = 3;

    private final byte[] data;
    private final List<Line> lines;
    private final Damage damage;

    private SegmentScan(byte[] data, List<Line> lines, Damage damage) {
        this.data = data;
        this.lines = List.copyOf(lines);
        this.damage = damage;
    }

    /** The whole lines, in order. */
    public List<Line> lines() {
        return lines;
    }

    /** The damage after the whole lines. */
    public Damage damage() {
        return damage;
    }

    /** The damaged line, counted from 1. */
    public int damagedLine() {
        return lines.size() + 1;
    }

    /** The bytes from there to the end. */
    public byte[] damaged() {
        int start = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).end() + 1;
        return Arrays.copyOfRange(data, start, data.length);
    }

    /** The whole segment, in which payloads lie. */
    public byte[] data() {
        return data;
    }

    /** The bytes after the last whole line. */
    public enum Damage {
        /** Nothing. */
        NONE,
        /** Lines whose writing a crash cut off before anybody was told that they are on the disk. */
        TORN,
        /** Lines that were on the disk once and are no longer what was written. */
        CORRUPT
    }

    /** A line of a segment; the payload lies in {@link #data()}. */
    public record Line(long sequence, int offset, int length) {
        private int end() {
            return offset + length;
        }
    }

    public static SegmentScan of(byte[] data) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < data.length) {
            int end = lineEnd(data, start);
            Optional<Frame> frame = end == data.length ? Optional.empty() : Frame.decode(data, start, end);
            if (frame.isEmpty() || !follows(frame.get(), lines)) {
                return new SegmentScan(data, lines, judge(data, start, lines));
            }
            lines.add(new Line(
                    frame.get().sequence(), frame.get().offset(), frame.get().length()));
            start = end + 1;
        }
        return new SegmentScan(data, lines, Damage.NONE);
    }

    private static boolean follows(Frame frame, List<Line> lines) {
        return lines.isEmpty()
                || frame.sequence() == lines.get(lines.size() - 1).sequence() + 1;
    }

    /**
     * A crash may damage all lines since the last sync, in whatever order the disk wrote them. It leaves holes of zeros, and at
     * the very end a beginning of a line; and a later line cannot say that a damaged one had been synced. All else is not its
     * work: a line that ends, has no hole and is not what was written.
     */
    private static Damage judge(byte[] data, int damagedStart, List<Line> lines) {
        int start = damagedStart;
        for (int distance = 0; start < data.length; distance++) {
            int end = lineEnd(data, start);
            if (!hasHole(data, start, end) && !mayFollowACrash(data, start, end, distance, lines)) {
                return Damage.CORRUPT;
            }
            start = end + 1;
        }
        return Damage.TORN;
    }

    private static boolean mayFollowACrash(byte[] data, int start, int end, int distance, List<Line> lines) {
        long next = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).sequence() + 1;
        if (end == data.length) {
            return Frame.begins(data, start, end, distance == 0 ? next : 0);
        }
        Optional<Frame> later = distance == 0 ? Optional.empty() : Frame.decode(data, start, end);
        return later.filter(line -> line.synced() < (next == 0 ? line.sequence() - distance : next))
                .isPresent();
    }

    /**
     * Tells whether a part of it was not written: a run of zeros that is longer than any in a text, whatever its encoding, that goes to
     * the end of the file, or that fills the block in which the file once ended. Text in UTF-16 is full of other zeros.
     */
    private static boolean hasHole(byte[] data, int start, int end) {
        int zeros = 0;
        for (int i = start; i < end; i++) {
            zeros = data[i] == 0 ? zeros + 1 : 0;
            boolean fillsABlock = zeros == i + 1 - start && (i + 1) % BLOCK == 0;
            if (zeros > MAX_ZEROS_OF_TEXT || (zeros > 0 && (i + 1 == data.length || fillsABlock))) {
                return true;
            }
        }
        return false;
    }

    private static int lineEnd(byte[] data, int start) {
        int end = start;
        while (end < data.length && data[end] != '\n') {
            end++;
        }
        return end;
    }
}
