package dev.corbel.cli.testing;

import dev.corbel.emulators.hosts.TestHost;
import dev.corbel.emulators.hosts.TestHosts;
import java.util.stream.Collectors;

/** The part of a definition that says how test hosts are reached. */
public final class HostDefinition {
    private HostDefinition() {}

    /** A configuration for each host, by its name. */
    public static String providers(TestHosts hosts) {
        return hosts.all().stream().map(HostDefinition::provider).collect(Collectors.joining());
    }

    /** The configuration for one host. */
    public static String provider(TestHost host) {
        return provider(host, "'" + host.address() + "'");
    }

    /** The same with another expression for the address. */
    public static String provider(TestHost host, String address) {
        return """
                provider('onprem', alias: '%1$s') {
                    name = '%1$s'
                    address = %2$s
                    user = '%3$s'
                    hostKey = '%4$s'
                    identityFile = '%5$s'
                }
                """.formatted(host.name(), address, host.user(), host.hostKey(), host.identityFile());
    }
}
