package dev.corbel.state.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class JournalWriterTest {
    private final List<MemorySegment> segments = new ArrayList<>();
    private final Semaphore syncs = new Semaphore(0);
    private volatile boolean free = true;

    /** A segment in memory whose syncs wait for a permit, unless they are free. */
    private final class MemorySegment implements Segment {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private int synced;
        private int syncCount;

        @Override
        public void write(byte[] lines) {
            written.writeBytes(lines);
        }

        @Override
        public void sync() throws IOException {
            if (!free) {
                syncs.acquireUninterruptibly();
            }
            synced = written.size();
            syncCount++;
        }

        @Override
        public void close() {}

        List<String> payloads() {
            SegmentScan scan = SegmentScan.of(written.toByteArray());
            assertThat(scan.damage()).isEqualTo(SegmentScan.Damage.NONE);
            return scan.lines().stream()
                    .map(line -> new String(scan.data(), line.offset(), line.length(), UTF_8))
                    .toList();
        }
    }

    private Segment create(long number) {
        MemorySegment segment = new MemorySegment();
        segments.add(segment);
        assertThat(segments).hasSize((int) number);
        return segment;
    }

    private JournalWriter writer(long segmentSize) {
        return new JournalWriter(this::create, number -> ("header " + number).getBytes(UTF_8), segmentSize);
    }

    private static byte[] payload(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void losesNothingOfThirtyTwoThreads() throws Exception {
        JournalWriter writer = writer(20_000);
        List<String> expected = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 32; thread++) {
                List<String> lines = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    lines.add("thread " + thread + " line " + i);
                }
                expected.addAll(lines);
                done.add(threads.submit(() -> {
                    for (String line : lines) {
                        writer.append(payload(line));
                    }
                    return null;
                }));
            }
            for (Future<?> future : done) {
                future.get();
            }
        } finally {
            threads.shutdown();
        }
        List<String> all = new ArrayList<>();
        segments.forEach(segment ->
                all.addAll(segment.payloads().subList(1, segment.payloads().size())));
        assertThat(all).containsExactlyInAnyOrderElementsOf(expected);
        for (int i = 0; i < segments.size(); i++) {
            assertThat(segments.get(i).payloads().get(0)).isEqualTo("header " + (i + 1));
            assertThat(segments.get(i).synced).isEqualTo(segments.get(i).written.size());
        }
        assertThat(segments).hasSizeGreaterThan(5);
    }

    @Test
    void sharesOneSyncAmongAllThatWait() throws Exception {
        free = false;
        JournalWriter writer = writer(1 << 20);
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            Future<?> first = threads.submit(() -> append(writer, "first"));
            while (segments.isEmpty() || !syncs.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            List<Future<?>> rest = new ArrayList<>();
            CountDownLatch started = new CountDownLatch(31);
            for (int i = 0; i < 31; i++) {
                String line = "line " + i;
                rest.add(threads.submit(() -> {
                    started.countDown();
                    return append(writer, line);
                }));
            }
            started.await();
            while (writer.waiting() < 31) {
                Thread.onSpinWait();
            }
            syncs.release(2);
            first.get();
            for (Future<?> future : rest) {
                future.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(segments.get(0).syncCount).isEqualTo(2);
        assertThat(segments.get(0).payloads()).hasSize(33);
    }

    private static boolean append(JournalWriter writer, String line) throws IOException {
        writer.append(payload(line));
        return true;
    }

    @Test
    void writesWhatCanWaitWithTheNextThatCannot() throws IOException {
        JournalWriter writer = writer(1 << 20);
        writer.appendLater(payload("a"));
        writer.appendLater(payload("b"));
        assertThat(segments).isEmpty();
        writer.append(payload("c"));
        assertThat(segments.get(0).payloads()).containsExactly("header 1", "a", "b", "c");
        assertThat(segments.get(0).syncCount).isEqualTo(1);
        writer.appendLater(payload("d"));
        writer.flush();
        assertThat(segments.get(0).payloads()).containsExactly("header 1", "a", "b", "c", "d");
        assertThat(segments.get(0).syncCount).isEqualTo(2);
    }

    @Test
    void doesNotLetLinesThatCanWaitPileUp() throws IOException {
        JournalWriter writer = writer(1 << 20);
        for (int i = 0; i < 2500; i++) {
            writer.appendLater(payload("line"));
        }
        assertThat(segments.get(0).payloads()).hasSize(2001);
    }

    @Test
    void isNotDisturbedByAnInterrupt() throws IOException {
        JournalWriter writer = writer(1 << 20);
        Thread.currentThread().interrupt();
        writer.append(payload("a"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(segments.get(0).payloads()).containsExactly("header 1", "a");
    }

    @Test
    void writesNothingAfterAFailure() {
        JournalWriter writer = new JournalWriter(
                number -> {
                    throw new IOException("no space left on device");
                },
                number -> new byte[0],
                100);
        assertThatThrownBy(() -> writer.append(payload("a"))).hasMessage("no space left on device");
        assertThatThrownBy(() -> writer.append(payload("b")))
                .hasMessage("writing failed before: no space left on device");
    }

    @Test
    void writesNothingAfterItsEnd() throws IOException {
        JournalWriter writer = writer(100);
        writer.append(payload("a"));
        writer.close();
        assertThatThrownBy(() -> writer.append(payload("b")))
                .hasMessage("writing failed before: the journal is closed");
    }
}
