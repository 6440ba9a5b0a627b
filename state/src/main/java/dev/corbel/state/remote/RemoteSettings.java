package dev.corbel.state.remote;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The settings of a remote store.
 *
 * @param lease how long a holder of the lock may be silent before others take it
 * @param heartbeat how often a holder says that it lives
 * @param poll how often one who waits looks
 * @param attempts how often a call is tried
 * @param pause before the second attempt; doubled before each further one
 * @param backups how many former snapshots are kept
 * @param notices gets what people may want to know while they wait
 */
public record RemoteSettings(
        Duration lease,
        Duration heartbeat,
        Duration poll,
        int attempts,
        Duration pause,
        int backups,
        LeaseTime time,
        Consumer<Diagnostic> notices) {

    /** A lease of 30 s with a heartbeat every 10 s, and ten backups. */
    public static RemoteSettings standard() {
        return new RemoteSettings(
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                5,
                Duration.ofMillis(200),
                10,
                LeaseTime.SYSTEM,
                notice -> {});
    }

    /** All times so many times shorter, for tests. */
    public RemoteSettings faster(int times) {
        return new RemoteSettings(
                lease.dividedBy(times),
                heartbeat.dividedBy(times),
                poll.dividedBy(times),
                attempts,
                pause.dividedBy(times),
                backups,
                time,
                notices);
    }

    public RemoteSettings withTime(LeaseTime other) {
        return new RemoteSettings(lease, heartbeat, poll, attempts, pause, backups, other, notices);
    }

    public RemoteSettings withNotices(Consumer<Diagnostic> other) {
        return new RemoteSettings(lease, heartbeat, poll, attempts, pause, backups, time, other);
    }

    public RemoteSettings withBackups(int other) {
        return new RemoteSettings(lease, heartbeat, poll, attempts, pause, other, time, notices);
    }
}
