package dev.corbel.state.journal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Appends to a journal from many threads. Who comes while the disk is busy joins the batch that goes next, and one sync
 * serves the whole batch: the first thread that must wait waits for the disk and writes, the others wait for it. After a failure
 * nothing more is written, since nobody knows what is on the disk.
 */
public final class JournalWriter implements Closeable {
    private static final int MANY = 1000;

    private final Segment.Factory segments;
    private final LongFunction<byte[]> headers;
    private final Encoding encoding;
    private final long segmentSize;
    private final ReentrantLock disk = new ReentrantLock(true);
    private Batch open = new Batch();

    // What follows belongs to whoever holds the disk.
    private @Nullable Segment segment;
    private @Nullable IOException failure;
    private long segmentNumber;
    private long sequence;
    private long synced;
    private long size;

    /** Writes what is appended as it is. */
    public JournalWriter(Segment.Factory segments, LongFunction<byte[]> headers, long segmentSize) {
        this(segments, headers, Encoding.PLAIN, segmentSize);
    }

    /** Makes what stands in a line out of its number and what was appended. Headers are written as they are. */
    @FunctionalInterface
    public interface Encoding {
        Encoding PLAIN = (sequence, payload) -> payload;

        byte[] encode(long sequence, byte[] payload);
    }

    /**
     * @param headers makes the first line of a segment from its number
     * @param segmentSize in bytes; a segment that has reached it is the last one no longer
     */
    public JournalWriter(Segment.Factory segments, LongFunction<byte[]> headers, Encoding encoding, long segmentSize) {
        this.segments = segments;
        this.headers = headers;
        this.encoding = encoding;
        this.segmentSize = segmentSize;
    }

    /** Returns when the line, and all before it, would survive a crash. An interrupt does not cut it short. */
    public void append(byte[] payload) throws IOException {
        Batch batch;
        boolean leads;
        synchronized (this) {
            batch = open;
            leads = !batch.led;
            batch.led = true;
            batch.payloads.add(payload);
        }
        if (leads) {
            lead(batch);
        }
        batch.await();
    }

    /** Appends a line that goes to the disk with the next one that is waited for. Waits only when many have piled up. */
    public void appendLater(byte[] payload) throws IOException {
        Batch full = null;
        synchronized (this) {
            open.payloads.add(payload);
            if (!open.led && open.payloads.size() >= MANY) {
                full = open;
                full.led = true;
            }
        }
        if (full != null) {
            lead(full);
            full.await();
        }
    }

    /** Returns when all lines would survive a crash. */
    public void flush() throws IOException {
        Batch rest;
        boolean leads;
        synchronized (this) {
            rest = open;
            if (rest.payloads.isEmpty()) {
                return;
            }
            leads = !rest.led;
            rest.led = true;
        }
        if (leads) {
            lead(rest);
        }
        rest.await();
    }

    /** The number of segments. */
    public long segments() {
        disk.lock();
        try {
            return segmentNumber;
        } finally {
            disk.unlock();
        }
    }

    /** The number of lines that the next batch has so far. */
    synchronized int waiting() {
        return open.payloads.size();
    }

    private void lead(Batch batch) {
        disk.lock();
        try {
            synchronized (this) {
                open = new Batch();
            }
            write(batch.payloads);
            batch.end(null);
        } catch (IOException problem) {
            fail(problem);
            batch.end(problem);
        } catch (RuntimeException | Error problem) {
            IOException failed = new IOException(problem.toString(), problem);
            fail(failed);
            batch.end(failed);
            throw problem;
        } finally {
            disk.unlock();
        }
    }

    /** The first failure is the reason of all that follow. */
    private void fail(IOException problem) {
        if (failure == null) {
            failure = problem;
        }
    }

    private void write(List<byte[]> payloads) throws IOException {
        if (failure != null) {
            throw new IOException("writing failed before: " + failure.getMessage(), failure);
        }
        if (segment != null && size >= segmentSize) {
            segment.close();
            segment = null;
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        Segment target = segment;
        if (target == null) {
            target = segments.create(segmentNumber + 1);
            segmentNumber++;
            segment = target;
            size = 0;
            add(Encoding.PLAIN, headers.apply(segmentNumber), lines);
        }
        for (byte[] payload : payloads) {
            add(encoding, payload, lines);
        }
        target.write(lines.toByteArray());
        target.sync();
        size += lines.size();
        synced = sequence;
    }

    private void add(Encoding form, byte[] payload, ByteArrayOutputStream lines) {
        sequence++;
        lines.writeBytes(Frame.encode(sequence, synced, form.encode(sequence, payload)));
    }

    /** Writes nothing more; lines that nobody waited for and that were not flushed are lost. */
    @Override
    public void close() throws IOException {
        disk.lock();
        try {
            if (segment != null) {
                segment.close();
                segment = null;
            }
            if (failure == null) {
                failure = new IOException("the journal is closed");
            }
        } finally {
            disk.unlock();
        }
    }

    /** Lines that share a sync. */
    private static final class Batch {
        private final List<byte[]> payloads = new ArrayList<>();
        private boolean led;
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile @Nullable IOException failure;

        void end(@Nullable IOException problem) {
            failure = problem;
            done.countDown();
        }

        void await() throws IOException {
            boolean interrupted = false;
            while (true) {
                try {
                    done.await();
                    break;
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            IOException problem = failure;
            if (problem != null) {
                throw new IOException(problem.getMessage(), problem);
            }
        }
    }
}
