package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The configuration of one host.
 *
 * @param name the host as people call it
 * @param address a name or an IP address, or an alias of the user's SSH configuration
 * @param port left out, that of the SSH configuration, else 22
 * @param user left out, that of the SSH configuration, else the one of this process
 * @param bastion hosts to go through, as {@code ProxyJump} takes them
 * @param hostKey lines of keys that the host may have, as in {@code known_hosts} without the host
 * @param identityFile a private key; left out, those of the SSH configuration and the agent
 * @param passphrase of that key
 * @param become whether scripts run as root by sudo
 * @param knownHostsFile left out, the user's own
 * @param connectTimeout for which a connection may take to open
 */
public record HostSettings(
        String name,
        String address,
        Optional<Integer> port,
        Optional<String> user,
        Optional<String> bastion,
        Optional<String> hostKey,
        Optional<Path> identityFile,
        Optional<String> passphrase,
        boolean become,
        Optional<Path> knownHostsFile,
        Duration connectTimeout) {
    public static final String NAME = "name";
    public static final String ADDRESS = "address";
    public static final String PORT = "port";
    public static final String USER = "user";
    public static final String BASTION = "bastion";
    public static final String HOST_KEY = "hostKey";
    public static final String IDENTITY_FILE = "identityFile";
    public static final String PASSPHRASE = "passphrase";
    public static final String BECOME = "become";
    public static final String KNOWN_HOSTS_FILE = "knownHostsFile";
    public static final String CONNECT_TIMEOUT = "connectTimeout";

    private static final int DEFAULT_TIMEOUT = 10;

    /**
     * Settings from a configuration that the schema has checked.
     *
     * @param project that relative paths start from
     */
    public static HostSettings of(MapValue configuration, Path project) {
        DesiredAttributes block = new DesiredAttributes(configuration);
        String address = block.required(ADDRESS);
        Integer timeout = block.number(CONNECT_TIMEOUT);
        return new HostSettings(
                configuration.text(NAME).orElse(address),
                address,
                Optional.ofNullable(block.number(PORT)),
                configuration.text(USER),
                configuration.text(BASTION),
                configuration.text(HOST_KEY),
                configuration.text(IDENTITY_FILE).map(file -> path(file, project)),
                configuration.text(PASSPHRASE),
                !"none".equals(configuration.text(BECOME).orElse("sudo")),
                configuration.text(KNOWN_HOSTS_FILE).map(file -> path(file, project)),
                Duration.ofSeconds(timeout == null ? DEFAULT_TIMEOUT : timeout));
    }

    private static Path path(String text, Path project) {
        String home = System.getProperty("user.home");
        return text.startsWith("~/")
                ? Path.of(home, text.substring(2))
                : project.toAbsolutePath().resolve(text).normalize();
    }
}
