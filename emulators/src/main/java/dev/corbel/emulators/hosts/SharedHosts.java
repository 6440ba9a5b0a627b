package dev.corbel.emulators.hosts;

import dev.corbel.emulators.SharedServers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sets of hosts that all tests of a JVM share: one for each choice of names and packages. */
final class SharedHosts {
    private final Map<Choice, TestHosts> sets = new HashMap<>();

    private record Choice(List<String> names, boolean withPackages) {}

    /** The set for what a test asks for; the first one to ask starts it. */
    static TestHosts of(HostSet asked) {
        return SharedServers.get(SharedHosts.class, SharedHosts::new)
                .set(new Choice(List.of(asked.value()), asked.withPackages()));
    }

    private synchronized TestHosts set(Choice choice) {
        return sets.computeIfAbsent(choice, chosen -> TestHosts.start(chosen.names(), chosen.withPackages()));
    }
}
