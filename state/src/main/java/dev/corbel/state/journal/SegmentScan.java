package dev.corbel.state.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a segment, as far as they are whole. */
public final class SegmentScan {
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

    /** What follows the whole lines. */
    public Damage damage() {
        return damage;
    }

    /** Where that is, counted from 1. */
    public int damagedLine() {
        return lines.size() + 1;
    }

    /** The whole segment, in which payloads lie. */
    public byte[] data() {
        return data;
    }

    /** What stands after the last whole line. */
    public enum Damage {
        /** Nothing. */
        NONE,
        /** Lines whose writing a crash cut off before anybody was told that they are on the disk. */
        TORN,
        /** Lines that were on the disk once and are no longer what was written. */
        CORRUPT
    }

    /** A line of a segment; the payload lies in {@link #data()}. */
    public record Line(long sequence, int offset, int length) {}

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
     * A crash may damage all lines since the last sync, in whatever order the disk wrote them. So the damage is a crash's
     * unless a later line says that the damaged one had been synced, or the damaged one is complete but altered.
     */
    private static Damage judge(byte[] data, int damagedStart, List<Line> lines) {
        int damagedEnd = lineEnd(data, damagedStart);
        if (damagedEnd < data.length && isComplete(data, damagedStart, damagedEnd)) {
            return Damage.CORRUPT;
        }
        int start = damagedEnd + 1;
        for (int distance = 1; start < data.length; distance++) {
            int end = lineEnd(data, start);
            Optional<Frame> later = end == data.length ? Optional.empty() : Frame.decode(data, start, end);
            if (later.isPresent()) {
                long damaged = lines.isEmpty()
                        ? later.get().sequence() - distance
                        : lines.get(lines.size() - 1).sequence() + 1;
                if (later.get().synced() >= damaged) {
                    return Damage.CORRUPT;
                }
            }
            start = end + 1;
        }
        return Damage.TORN;
    }

    /** Whether a line ends as a line does and has no hole, as a page that was not written would leave. */
    private static boolean isComplete(byte[] data, int start, int end) {
        for (int i = start; i < end; i++) {
            if (data[i] == 0) {
                return false;
            }
        }
        return end > start && data[end - 1] == '}';
    }

    private static int lineEnd(byte[] data, int start) {
        int end = start;
        while (end < data.length && data[end] != '\n') {
            end++;
        }
        return end;
    }
}
