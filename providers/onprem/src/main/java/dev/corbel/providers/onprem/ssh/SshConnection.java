package dev.corbel.providers.onprem.ssh;

import dev.corbel.providers.onprem.host.Connection;
import dev.corbel.providers.onprem.host.ConnectionException;
import dev.corbel.providers.onprem.host.HostSettings;
import dev.corbel.providers.onprem.host.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/** A connection to one host over SSH, made when it is first used, and made again where it broke between two scripts. */
public final class SshConnection implements Connection {
    /** A server takes ten at once, and those that were just closed count for a while. */
    private static final int CHANNELS = 5;

    /** For so long nobody tries again what just failed, so that a dead host costs its timeout once and not for each object. */
    private static final Duration MEMORY = Duration.ofSeconds(60);

    private final HostSettings settings;
    private final SshTargets targets;
    private final Semaphore channels = new Semaphore(CHANNELS, true);
    private final Object connecting = new Object();
    private volatile List<ClientSession> chain = List.of();
    private @Nullable ConnectionException failure;
    private Instant failedAt = Instant.MIN;

    /** A connection of the user of this process. */
    public SshConnection(HostSettings settings) {
        this(settings, Path.of(System.getProperty("user.home")));
    }

    SshConnection(HostSettings settings, Path home) {
        this.settings = settings;
        this.targets = new SshTargets(home);
    }

    @Override
    public Output execute(String command, InputStream input, Duration timeout) throws ConnectionException {
        channels.acquireUninterruptibly();
        try {
            return perform(session(), command, input, timeout);
        } finally {
            channels.release();
        }
    }

    private ClientSession session() throws ConnectionException {
        synchronized (connecting) {
            if (!chain.isEmpty() && chain.stream().allMatch(ClientSession::isOpen)) {
                return chain.get(chain.size() - 1);
            }
            if (failure != null && Instant.now().isBefore(failedAt.plus(MEMORY))) {
                throw new ConnectionException(failure.diagnostic(), failure.kind(), false);
            }
            SshLogin.close(chain);
            try {
                chain = new SshLogin(settings, targets).open();
                failure = null;
                return chain.get(chain.size() - 1);
            } catch (ConnectionException unreachable) {
                chain = List.of();
                failure = unreachable;
                failedAt = Instant.now();
                throw unreachable;
            }
        }
    }

    private Output perform(ClientSession session, String command, InputStream input, Duration timeout)
            throws ConnectionException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        boolean began = false;
        try (ChannelExec channel = session.createExecChannel(command)) {
            channel.setIn(input);
            channel.setOut(out);
            channel.setErr(err);
            channel.open().verify(settings.connectTimeout());
            began = true;
            Set<ClientChannelEvent> events = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), timeout);
            if (events.contains(ClientChannelEvent.TIMEOUT)) {
                channel.close(true);
                throw SshProblems.tooSlow(settings, timeout);
            }
            Integer exit = channel.getExitStatus();
            if (exit == null) {
                throw SshProblems.broken(settings, true, new IOException("it ended without an exit code"));
            }
            return new Output(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException broken) {
            throw SshProblems.broken(settings, began, broken);
        }
    }

    @Override
    public void close() {
        synchronized (connecting) {
            SshLogin.close(chain);
            chain = List.of();
        }
    }
}
