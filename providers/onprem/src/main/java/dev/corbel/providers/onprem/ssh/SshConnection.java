package dev.corbel.providers.onprem.ssh;

import dev.corbel.providers.onprem.host.Connection;
import dev.corbel.providers.onprem.host.ConnectionException;
import dev.corbel.providers.onprem.host.HostSettings;
import dev.corbel.providers.onprem.host.Output;
import java.io.InputStream;
import java.time.Duration;

/** A connection to one host over SSH, made when it is first used. */
public final class SshConnection implements Connection {
    private final HostSettings settings;

    public SshConnection(HostSettings settings) {
        this.settings = settings;
    }

    @Override
    public Output execute(String command, InputStream input, Duration timeout) throws ConnectionException {
        throw new IllegalStateException("not connected to " + settings.address());
    }

    @Override
    public void close() {}
}
