package dev.corbel.providers.onprem.ssh;

import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.onprem.host.ConnectionException;
import dev.corbel.providers.onprem.host.HostSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.forward.ExplicitPortForwardingTracker;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/** Logs in to a host, through its bastions. */
final class SshLogin {
    private static final String LOOPBACK = "127.0.0.1";

    private final HostSettings settings;
    private final SshTargets targets;

    SshLogin(HostSettings settings, SshTargets targets) {
        this.settings = settings;
        this.targets = targets;
    }

    /** Sessions one behind the other: the last one is the host's. */
    List<ClientSession> open() throws ConnectionException {
        List<ClientSession> chain = new ArrayList<>();
        SshTarget last = null;
        try {
            SshTarget host = targets.target(settings);
            last = host;
            for (String hop : host.bastions()) {
                last = targets.bastion(hop, settings);
                chain.add(login(last, HostKeys.known(last, knownHosts()), chain));
            }
            last = host;
            HostKeys keys = settings.hostKey().isPresent()
                    ? HostKeys.given(host, settings.hostKey().get())
                    : HostKeys.known(host, knownHosts());
            chain.add(login(host, keys, chain));
            return chain;
        } catch (SshConfigException refused) {
            close(chain);
            throw new ConnectionException(SshProblems.configuration(settings, refused), ReadResult.Cause.FAILED, false);
        } catch (ConnectionException failure) {
            close(chain);
            throw failure;
        }
    }

    private Path knownHosts() {
        return settings.knownHostsFile().orElse(targets.folder().resolve("known_hosts"));
    }

    private ClientSession login(SshTarget target, HostKeys keys, List<ClientSession> before)
            throws ConnectionException {
        LoginAttempt attempt = new LoginAttempt(target, keys);
        Identities identities = Identities.of(target);
        ClientSession session = null;
        try {
            session = connect(target, attempt, before);
            identities.keys().forEach(session::addPublicKeyIdentity);
            session.auth().verify(settings.connectTimeout());
            return session;
        } catch (IOException | RuntimeException failure) {
            if (session != null) {
                session.close(true);
            }
            throw SshProblems.login(settings, attempt, identities, session != null, failure);
        }
    }

    private ClientSession connect(SshTarget target, LoginAttempt attempt, List<ClientSession> before)
            throws IOException {
        AttributeRepository context = AttributeRepository.ofKeyValuePair(SshClients.ATTEMPT, attempt);
        Duration timeout = settings.connectTimeout();
        if (before.isEmpty()) {
            return SshClients.client()
                    .connect(target.user(), target.host(), target.port(), context)
                    .verify(timeout)
                    .getSession();
        }
        // The tunnel ends with the session of the bastion.
        ExplicitPortForwardingTracker tunnel = before.get(before.size() - 1)
                .createLocalPortForwardingTracker(
                        new SshdSocketAddress(LOOPBACK, 0), new SshdSocketAddress(target.host(), target.port()));
        return SshClients.client()
                .connect(target.user(), LOOPBACK, tunnel.getBoundAddress().getPort(), context)
                .verify(timeout)
                .getSession();
    }

    static void close(List<ClientSession> chain) {
        for (int i = chain.size() - 1; i >= 0; i--) {
            chain.get(i).close(true);
        }
    }
}
