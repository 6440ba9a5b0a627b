package dev.corbel.providers.onprem.cds;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;

/** An SSH server on a free port of the loopback interface, which lets one key in, runs nothing, and says of each command that it went well. */
final class SilentHost implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair key;

    SilentHost(PublicKey user) throws IOException, GeneralSecurityException {
        key = newKey();
        server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPublickeyAuthenticator((name, shown, session) -> KeyUtils.compareKeys(shown, user));
        server.setCommandFactory((channel, command) -> new SilentCommand(command));
        server.start();
    }

    /** A key of the type that hosts and people have by default. */
    static KeyPair newKey() throws GeneralSecurityException {
        return SecurityUtils.getKeyPairGenerator(SecurityUtils.EDDSA).generateKeyPair();
    }

    private static final class SilentCommand extends AbstractCommandSupport {
        SilentCommand(String command) {
            super(command, null);
        }

        @Override
        public void run() {
            onExit(0);
        }
    }

    String address() {
        return server.getHost();
    }

    int port() {
        return server.getPort();
    }

    PublicKey key() {
        return key.getPublic();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
