package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.address.Address;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The registry of a host, {@code /var/lib/corbel/owned/TYPE/KEY}: who owns which object. An entry is written before the change, so
 * that an interrupted one can be found, and two projects never work on one object.
 */
final class Registry {
    /** The exit code for an entry that changed since it was read. */
    private static final int CHANGED = 90;

    private static final String ENTRY = """
            entry=$corbel_lib/owned/$type/$key
            """;

    /** Prints the entry; nothing where there is none. */
    private static final String FIND = ENTRY + """
            [ -e "$entry" ] || exit 0
            cat -- "$entry"
            """;

    /** Compares with the entry that was read, since another program may have come between. */
    private static final String WRITE = ENTRY + """
            now=
            if [ -e "$entry" ]; then now=$(cat -- "$entry"); fi
            [ "$now" = "$expected" ] || exit %d
            mkdir -p -- "$corbel_lib/owned/$type" || exit 1
            printf '%%s\\n' "$content" > "$entry.new" && sync "$entry.new" && mv -T "$entry.new" "$entry"
            """.formatted(CHANGED);

    private static final String RELEASE = ENTRY + """
            rm -f -- "$entry"
            """;

    private final Host host;

    Registry(Host host) {
        this.host = host;
    }

    /** The entry of an object; empty where nobody owns it. */
    Optional<Ownership> find(String type, String key) throws ProviderException {
        Script script = keyed(Script.of("Reading who owns " + key, FIND), type, key);
        Output output = host.ask(script);
        if (!output.succeeded()) {
            throw new ProviderException(HostProblems.failed(script, output, host));
        }
        return parsed(output.out());
    }

    /**
     * Writes that an object is this project's, before it is made.
     *
     * @param exists whether it is there
     * @param takesOver whether one that nobody owns may be taken over
     * @throws ProviderException where it belongs to another project, or to nobody and may not be taken over
     */
    Ownership claim(HostType type, Address address, String key, String token, boolean exists, boolean takesOver)
            throws ProviderException {
        Optional<Ownership> owner = find(type.name(), key);
        refuseOther(type, address, key, owner);
        if (owner.isEmpty() && exists && !takesOver) {
            throw new ProviderException(HostProblems.ownedByNobody(host, type.name(), key, address));
        }
        boolean existedBefore = owner.map(Ownership::existedBefore).orElse(exists);
        return write(type.name(), address, key, token, owner, existedBefore);
    }

    /**
     * The entry of an object of state; one that is missing is written.
     *
     * @throws ProviderException where the object belongs to another project
     */
    Ownership keep(HostType type, Address address, String key, String token) throws ProviderException {
        Optional<Ownership> owner = find(type.name(), key);
        refuseOther(type, address, key, owner);
        return owner.isPresent() ? owner.get() : write(type.name(), address, key, token, owner, false);
    }

    void release(String type, String key) throws ProviderException {
        host.run(keyed(Script.of("Giving up " + key, RELEASE), type, key));
    }

    private void refuseOther(HostType type, Address address, String key, Optional<Ownership> owner)
            throws ProviderException {
        if (owner.isPresent() && !owner.get().isOf(host.context())) {
            throw new ProviderException(HostProblems.ownedByOther(host, type.name(), key, owner.get(), address));
        }
    }

    private Ownership write(
            String type, Address address, String key, String token, Optional<Ownership> before, boolean existedBefore)
            throws ProviderException {
        Ownership entry = Ownership.of(host.context(), address.toString(), token, existedBefore);
        Script script = keyed(Script.of("Writing who owns " + key, WRITE), type, key)
                .with("expected", before.map(Registry::text).orElse(""))
                .with("content", text(entry));
        Output output = host.attempt(script);
        if (output.exit() == CHANGED) {
            throw new ProviderException(HostProblems.claimedMeanwhile(host, type, key, address));
        }
        if (!output.succeeded()) {
            throw new ProviderException(HostProblems.failed(script, output, host));
        }
        return entry;
    }

    private static Script keyed(Script script, String type, String key) {
        return script.with("type", type).with("key", KeyName.of(key));
    }

    private static String text(Ownership entry) {
        return "lineage=%s\nproject=%s\nenvironment=%s\naddress=%s\ntoken=%s\nexisted=%s"
                .formatted(
                        line(entry.lineage()),
                        line(entry.project()),
                        line(entry.environment()),
                        line(entry.address()),
                        line(entry.token()),
                        entry.existedBefore());
    }

    private static String line(String text) {
        return text.replace('\n', ' ');
    }

    private static Optional<Ownership> parsed(String text) {
        Map<String, String> lines = new HashMap<>();
        text.lines().forEach(line -> {
            int at = line.indexOf('=');
            if (at > 0) {
                lines.put(line.substring(0, at), line.substring(at + 1));
            }
        });
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ownership(
                        lines.getOrDefault("lineage", ""),
                        lines.getOrDefault("project", ""),
                        lines.getOrDefault("environment", ""),
                        lines.getOrDefault("address", ""),
                        lines.getOrDefault("token", ""),
                        Boolean.parseBoolean(lines.getOrDefault("existed", "false"))));
    }
}
