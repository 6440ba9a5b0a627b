package dev.corbel.providers.onprem.ssh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;

/** The client that all connections of this process share, started with the first of them. */
final class SshClients {
    static final AttributeKey<LoginAttempt> ATTEMPT = new AttributeKey<>();

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int UNANSWERED = 3;

    private SshClients() {}

    /** Made when the class is first used, which is when a host is first asked. */
    private static final class Shared {
        static final SshClient CLIENT = start();
    }

    static SshClient client() {
        return Shared.CLIENT;
    }

    private static SshClient start() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE);
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        client.setAgentFactory(new UnixAgents());
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, HEARTBEAT);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, UNANSWERED);
        client.addSessionListener(new SessionListener() {
            @Override
            public void sessionCreated(Session session) {
                prepare((ClientSession) session);
            }
        });
        client.start();
        return client;
    }

    /** Before anything is negotiated: which keys of the server are known, and which types of keys it should show. */
    private static void prepare(ClientSession session) {
        LoginAttempt attempt = attempt(session);
        session.setServerKeyVerifier((client, address, key) -> attempt.accepts(key));
        List<NamedFactory<Signature>> known = new ArrayList<>();
        List<NamedFactory<Signature>> others = new ArrayList<>();
        for (NamedFactory<Signature> factory : session.getFactoryManager().getSignatureFactories()) {
            boolean wanted = attempt.keys().types().contains(KeyUtils.getCanonicalKeyType(factory.getName()));
            (wanted ? known : others).add(factory);
        }
        known.addAll(others);
        session.setSignatureFactories(known);
    }

    /** The login that a session is for. */
    static LoginAttempt attempt(Session session) {
        return Objects.requireNonNull(
                ((ClientSession) session).getConnectionContext().getAttribute(ATTEMPT), "a session without a login");
    }
}
