package dev.corbel.providers.onprem.ssh;

import dev.corbel.providers.onprem.host.HostSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out how a host is reached: the definition says, else the user's configuration of SSH, else the usual. */
final class SshTargets {
    static final int DEFAULT_PORT = 22;

    private static final Pattern BASTION = Pattern.compile("(?:ssh://)?(?:([^@]+)@)?(\\[[^]]+]|[^:]+)(?::(\\d+))?");
    private static final List<String> USUAL = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private final Path home;

    SshTargets(Path home) {
        this.home = home;
    }

    /** The folder of the user's own files of SSH. */
    Path folder() {
        return home.resolve(".ssh");
    }

    SshTarget target(HostSettings settings) throws SshConfigException {
        SshConfigFile config = config(settings.address());
        refuseProxyCommand(config, settings.address(), settings.bastion().isPresent());
        List<String> bastions = settings.bastion()
                .or(() -> config.value("ProxyJump").filter(jump -> !jump.equals("none")))
                .map(SshTargets::hops)
                .orElse(List.of());
        return target(
                settings.address(),
                config,
                settings.user(),
                settings.port(),
                settings.identityFile(),
                settings.passphrase(),
                bastions);
    }

    /** A bastion as the user writes it; it has the same key as the host behind it, unless the user's configuration names one. */
    SshTarget bastion(String written, HostSettings settings) throws SshConfigException {
        Matcher parts = BASTION.matcher(written);
        if (!parts.matches()) {
            throw new SshConfigException("\"" + written + "\" is no bastion: write user@host:port");
        }
        String address = parts.group(2).replaceAll("[\\[\\]]", "");
        SshConfigFile config = config(address);
        refuseProxyCommand(config, address, false);
        return target(
                address,
                config,
                Optional.ofNullable(parts.group(1)).or(settings::user),
                Optional.ofNullable(parts.group(3)).map(Integer::valueOf),
                config.all("IdentityFile").isEmpty() ? settings.identityFile() : Optional.empty(),
                settings.passphrase(),
                List.of());
    }

    private SshTarget target(
            String address,
            SshConfigFile config,
            Optional<String> user,
            Optional<Integer> port,
            Optional<Path> identity,
            Optional<String> passphrase,
            List<String> bastions) {
        String host =
                config.value("HostName").orElse("%h").replace("%h", address).replace("%%", "%");
        boolean onlyThese = identity.isPresent()
                || config.value("IdentitiesOnly").filter("yes"::equals).isPresent();
        return new SshTarget(
                host,
                port.or(() -> config.value("Port").map(Integer::valueOf)).orElse(DEFAULT_PORT),
                user.or(() -> config.value("User")).orElseGet(() -> System.getProperty("user.name")),
                identity.map(List::of).orElseGet(() -> identities(config)),
                onlyThese ? Optional.empty() : agent(config),
                bastions,
                config.value("HostKeyAlias").orElse(host),
                passphrase);
    }

    private Optional<Path> agent(SshConfigFile config) {
        return config.value("IdentityAgent")
                .filter(named -> !named.equals("SSH_AUTH_SOCK"))
                .or(() -> Optional.ofNullable(System.getenv("SSH_AUTH_SOCK")))
                .filter(named -> !named.isEmpty() && !named.equals("none"))
                .map(this::path);
    }

    private Path path(String written) {
        return written.startsWith("~/") || written.startsWith("%d/")
                ? home.resolve(written.substring(written.indexOf('/') + 1))
                : folder().resolve(written);
    }

    private List<Path> identities(SshConfigFile config) {
        List<String> named = config.all("IdentityFile");
        List<Path> files = new ArrayList<>();
        named.forEach(file -> files.add(path(file)));
        if (named.isEmpty()) {
            USUAL.forEach(name -> files.add(folder().resolve(name)));
        }
        return files.stream().filter(Files::isReadable).toList();
    }

    private SshConfigFile config(String address) throws SshConfigException {
        return SshConfigFile.of(folder().resolve("config"), address, home);
    }

    private void refuseProxyCommand(SshConfigFile config, String address, boolean overridden)
            throws SshConfigException {
        Optional<String> command = config.value("ProxyCommand").filter(first -> !first.equals("none"));
        if (command.isPresent() && !overridden) {
            throw new SshConfigException("%s has a ProxyCommand for %s, and Corbel starts no other program"
                    .formatted(folder().resolve("config"), address));
        }
    }

    private static List<String> hops(String jump) {
        return jump.equals("none") ? List.of() : List.of(jump.split("\\s*,\\s*", -1));
    }
}
