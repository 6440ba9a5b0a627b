package dev.corbel.emulators.hosts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.corbel.emulators.ProgramRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Servers in a network of their own, each a real Debian with systemd and SSH. Tests take them as a parameter: see
 * {@link TestHostsExtension}.
 */
public final class TestHosts implements AutoCloseable {
    private final HostAccess access;
    private final Map<String, TestHost> hosts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TestHosts(HostAccess access, Map<String, TestHost> hosts) {
        this.access = access;
        this.hosts = Collections.unmodifiableMap(hosts);
    }

    /** Starts hosts that end with this JVM; with a disk that has the tests' packages, or the bare system. */
    public static TestHosts start(List<String> names, boolean withPackages) {
        List<String> arguments = new ArrayList<>(
                List.of("--owner", Long.toString(ProcessHandle.current().pid())));
        if (withPackages) {
            arguments.add("--with-packages");
        }
        arguments.addAll(names);
        TestHosts started = read(HostScripts.output("up", arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        return started;
    }

    /** The reason why this machine cannot have them; where it could, their layers are made, once. */
    static Optional<String> obstacle() {
        ProgramRun layers = HostScripts.run("layers", List.of());
        return layers.exitCode() == 0
                ? Optional.empty()
                : Optional.of(layers.err().lines().reduce((first, last) -> last).orElse("there are no test hosts"));
    }

    private static TestHosts read(String started) {
        try {
            JsonNode tree = new ObjectMapper().readTree(started);
            HostAccess access = new HostAccess(
                    Path.of(tree.required("set").textValue()),
                    tree.required("user").textValue(),
                    Path.of(tree.required("identityFile").textValue()));
            Map<String, TestHost> hosts = new LinkedHashMap<>();
            for (JsonNode host : tree.required("hosts")) {
                String name = host.required("name").textValue();
                String address = host.required("address").textValue();
                hosts.put(
                        name,
                        new TestHost(name, address, host.required("hostKey").textValue(), access));
            }
            return new TestHosts(access, hosts);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("up printed something else than JSON: " + started, unreadable);
        }
    }

    /** The host of a name. */
    public TestHost host(String name) {
        TestHost host = hosts.get(name);
        if (host == null) {
            throw new IllegalArgumentException("there is no host " + name + " among " + hosts.keySet());
        }
        return host;
    }

    /** All of them, by name. */
    public Collection<TestHost> all() {
        return hosts.values();
    }

    /** The private key that opens all of them. */
    public Path identityFile() {
        return access.identityFile();
    }

    /** The keys of all of them, in the form of {@code ~/.ssh/known_hosts}. */
    public Path knownHosts() {
        return access.knownHosts();
    }

    /** Gives all of them new disks at a time; their addresses and keys stay. */
    public void reset() {
        TestHost.act("reset", access, List.copyOf(hosts.keySet()));
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            HostScripts.output("down", List.of(access.set().toString()));
        }
    }
}
