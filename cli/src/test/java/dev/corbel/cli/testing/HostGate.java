package dev.corbel.cli.testing;

import dev.corbel.emulators.hosts.TestHost;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A pipe on a host at which a script waits until it is let through, so that a test can do something meanwhile. */
public final class HostGate {
    private static final int TRIES = 600;

    private final TestHost host;
    private final String pipe;

    private HostGate(TestHost host, String pipe) {
        this.host = host;
        this.pipe = pipe;
    }

    /** Shuts a gate. */
    public static HostGate shut(TestHost host, String name) {
        HostGate gate = new HostGate(host, pipe(name));
        host.console("rm -f %1$s %1$s.reached && mkfifo %1$s".formatted(gate.pipe));
        return gate;
    }

    /** The text for a shell that waits where the gate is shut, and passes where there is none. */
    public static String text(String name) {
        return "[ ! -p %1$s ] || { : > %1$s.reached; read line < %1$s; }".formatted(pipe(name));
    }

    private static String pipe(String name) {
        return "/run/gate-" + name;
    }

    /** Waits until a script of a run stands there. */
    public void awaitReached(CorbelProcess run) {
        await(host, "[ -e " + pipe + ".reached ]", run::isRunning, () -> run.end()
                .toString());
    }

    /** Lets the script through, and all after it; also where the host is off its network. */
    public void open() {
        host.console("echo go > %1$s && rm -f %1$s".formatted(pipe));
    }

    /** Waits until a command on a host ends well; past the network. */
    public static void await(TestHost host, String condition) {
        await(host, condition, () -> true, () -> "");
    }

    private static void await(TestHost host, String condition, BooleanSupplier goesOn, Supplier<String> reason) {
        for (int i = 0; i < TRIES && goesOn.getAsBoolean(); i++) {
            if (host.console(condition + " && echo yes || echo no").equals("yes\n")) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError(condition + " on " + host.name() + " did not come true " + reason.get());
    }
}
