package dev.corbel.state.store;

import dev.corbel.state.journal.Fold;
import dev.corbel.state.journal.JournalEntry;
import dev.corbel.state.journal.SegmentScan;
import dev.corbel.state.json.JournalLines;
import dev.corbel.state.json.StateFormatException;
import dev.corbel.state.json.StateVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Folds what journals add to a snapshot, and sorts out which segments still matter. */
final class SegmentReplay {
    private final StoreParts parts;
    private final StateVersion base;
    private final StoreProblems problem;
    private final JournalLines lines;
    private final List<String> folded = new ArrayList<>();
    private final List<String> live = new ArrayList<>();
    private final List<TornEnd> torn = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();
    private String journal = "";
    private String lineage = "";
    private long nextSequence = 1;

    SegmentReplay(StoreParts parts, StateVersion base) {
        this.parts = parts;
        this.base = base;
        this.problem = parts.problems();
        this.lines = new JournalLines(parts.encryption());
    }

    /** Segments that a snapshot holds already. */
    List<String> folded() {
        return folded;
    }

    /** Segments that add to the snapshot, or whose first line never came to be. */
    List<String> live() {
        return live;
    }

    /** Ends that crashes tore; what is left of them belongs to no entry. */
    List<TornEnd> torn() {
        return torn;
    }

    /** Segments in which there is nothing at all. */
    List<String> empty() {
        return empty;
    }

    /** The end of a segment that a crash tore. */
    record TornEnd(String segment, SegmentScan scan) {}

    /** The journal that adds to the snapshot; empty where none does. */
    String journal() {
        return journal;
    }

    /** The lineage that the journal gave to an environment without a snapshot; empty where there is none. */
    String lineage() {
        return lineage;
    }

    /** Adds the segments to the snapshot, in their order. */
    void replay(List<String> segments, Fold fold) {
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            SegmentScan scan = SegmentScan.of(parts.journal().read(segment));
            boolean mayBeTorn = i == segments.size() - 1 && !parts.journal().keepsSegmentsWhole();
            if (scan.data().length == 0) {
                nothing(segment);
            }
            if (scan.lines().isEmpty()) {
                damaged(segment, scan, mayBeTorn);
                live.add(segment);
                continue;
            }
            JournalEntry.Header header = header(segment, scan);
            if (!base.journal().isEmpty() && header.journal().equals(base.journal())) {
                folded.add(segment);
                continue;
            }
            bind(segment, header);
            damaged(segment, scan, mayBeTorn);
            follow(segment, header, scan);
            entries(segment, scan, fold);
            live.add(segment);
        }
    }

    private JournalEntry.Header header(String segment, SegmentScan scan) {
        SegmentScan.Line line = scan.lines().get(0);
        return reading(segment, 0, () -> lines.header(scan.data(), line.offset(), line.length()))
                .orElseThrow(() -> problem.corruptJournal(segment, 1, "the segment does not say what it belongs to."));
    }

    /** A segment goes on from this snapshot and no other, else its entries would be made twice or never. */
    private void bind(String segment, JournalEntry.Header header) {
        if (!header.environment().equals(parts.environment())) {
            throw problem.foreignJournal(segment, header.environment());
        }
        boolean first = base.equals(StateVersion.NONE) && header.serial() == 0;
        if (!first && !(header.lineage().equals(base.lineage()) && header.serial() == base.serial())) {
            throw problem.strayJournal(
                    segment,
                    "goes on from serial %d of lineage %s, but the state has serial %d%s."
                            .formatted(
                                    header.serial(),
                                    header.lineage(),
                                    base.serial(),
                                    base.lineage().isEmpty() ? "" : " of lineage " + base.lineage()));
        }
        if (!journal.isEmpty() && !journal.equals(header.journal())) {
            throw problem.strayJournal(segment, "and the segment before it were written by two runs at once.");
        }
        journal = header.journal();
        lineage = header.lineage();
    }

    private void nothing(String segment) {
        if (parts.journal().keepsSegmentsWhole()) {
            throw problem.corruptJournal(segment, 1, "it is empty.");
        }
        empty.add(segment);
    }

    private void damaged(String segment, SegmentScan scan, boolean mayBeTorn) {
        if (scan.damage() == SegmentScan.Damage.CORRUPT || (scan.damage() == SegmentScan.Damage.TORN && !mayBeTorn)) {
            throw problem.corruptJournal(segment, scan.damagedLine(), "the entry is not what was written.");
        }
        if (scan.damage() == SegmentScan.Damage.TORN) {
            torn.add(new TornEnd(segment, scan));
        }
    }

    private void follow(String segment, JournalEntry.Header header, SegmentScan scan) {
        long sequence = scan.lines().get(0).sequence();
        if (sequence != nextSequence) {
            throw problem.corruptJournal(
                    segment,
                    1,
                    "entry %d is expected and entry %d found; segment %d begins here, and entries before it are missing."
                            .formatted(nextSequence, sequence, header.segment()));
        }
        nextSequence = sequence + scan.lines().size();
    }

    private void entries(String segment, SegmentScan scan, Fold fold) {
        for (int i = 1; i < scan.lines().size(); i++) {
            JournalEntry entry = entry(segment, scan, i);
            try {
                fold.add(entry);
            } catch (IllegalStateException impossible) {
                throw problem.corruptJournal(segment, i + 1, impossible.getMessage() + ".");
            }
        }
    }

    private JournalEntry entry(String segment, SegmentScan scan, int index) {
        SegmentScan.Line line = scan.lines().get(index);
        return reading(segment, index, () -> lines.entry(line.sequence(), scan.data(), line.offset(), line.length()));
    }

    private interface Reading<T> {
        T get() throws IOException;
    }

    private <T> T reading(String segment, int index, Reading<T> reading) {
        try {
            return reading.get();
        } catch (StateFormatException broken) {
            throw problem.corruptJournal(segment, index + 1, broken.getMessage() + ".");
        } catch (IOException newer) {
            throw problem.unreadableJournal(segment, newer);
        }
    }
}
