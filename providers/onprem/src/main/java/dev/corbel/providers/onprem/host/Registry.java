package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.MarkedObjects.MarkedObject;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

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
            if [ -e "$entry" ]; then now=$(sed -n 's/^token=//p' "$entry"); fi
            [ "$now" = "$expected" ] || exit %d
            mkdir -p -- "$corbel_lib/owned/$type" || exit 1
            printf '%%s\\n' "$content" > "$entry.new" && sync "$entry.new" && mv -T "$entry.new" "$entry"
            """.formatted(CHANGED);

    /** Prints each entry after the name of its type. */
    private static final String LIST = """
            for entry in "$corbel_lib"/owned/*/*; do
                case $entry in *.new) continue;; esac
                [ -f "$entry" ] || continue
                printf '%s\\0' "$(basename -- "$(dirname -- "$entry")")"
                cat -- "$entry"
                printf '\\0'
            done
            """;

    private static final String RELEASE = ENTRY + """
            rm -f -- "$entry"
            """;

    private final Host host;

    Registry(Host host) {
        this.host = host;
    }

    /** The entry of an object; empty where nobody owns it. */
    Optional<Ownership> find(String type, String key) throws ProviderException {
        return Ownership.parsed(host.look(keyed(Script.of("Reading who owns " + key, FIND), type, key))
                .out());
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
        if (exists && owner.filter(other -> !other.token().equals(token)).isPresent()) {
            throw new ProviderException(HostProblems.ownedByOther(host, type.name(), key, owner.get(), address));
        }
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
                .with("expected", before.map(Ownership::token).orElse(""))
                .with("content", entry.text(key));
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

    /** The entries of the state that the session works for, whose objects a predicate of type and key does not know. */
    List<MarkedObject> listOwn(BiPredicate<String, String> known) throws ProviderException {
        Output output = host.look(Script.of("Reading who owns what", LIST));
        List<String> parts = List.of(output.out().split("\0", -1));
        List<MarkedObject> objects = new ArrayList<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            String type = parts.get(i);
            String key = Ownership.key(parts.get(i + 1)).orElse("");
            Optional<Ownership> owner = Ownership.parsed(parts.get(i + 1));
            if (owner.isPresent() && owner.get().isOf(host.context()) && !key.isEmpty() && !known.test(type, key)) {
                objects.add(new MarkedObject(
                        type, key, MapValue.EMPTY, Optional.of(owner.get().token())));
            }
        }
        return objects;
    }
}
