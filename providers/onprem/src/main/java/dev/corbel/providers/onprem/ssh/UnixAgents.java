package dev.corbel.providers.onprem.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.agent.SshAgentServer;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.jspecify.annotations.Nullable;

/** Connects to the user's agent for the sessions that may ask it. It is never forwarded to a host. */
final class UnixAgents implements SshAgentFactory {

    @Override
    public List<ChannelFactory> getChannelForwardingFactories(FactoryManager manager) {
        return List.of();
    }

    @Override
    public @Nullable SshAgent createClient(@Nullable Session session, FactoryManager manager) {
        Optional<Path> socket = session == null
                ? Optional.empty()
                : SshClients.attempt(session).target().agent();
        if (socket.isEmpty()) {
            return null;
        }
        try {
            return new UnixAgent(socket.get());
        } catch (IOException | RuntimeException absent) {
            // A variable that is left over from an agent which ended keeps nobody from using a file.
            return null;
        }
    }

    @Override
    public SshAgentServer createServer(ConnectionService service) throws IOException {
        throw new IOException("an agent is not forwarded");
    }
}
