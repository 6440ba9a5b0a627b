package dev.corbel.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.emulators.proxy.AwsProxy;
import dev.corbel.emulators.proxy.HeldCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Commands that run in a process of their own and are killed at one of their calls to a cloud. */
public final class KilledAtCall {
    private static final int KILLED = 137;

    private KilledAtCall() {}

    /**
     * Runs a command and kills it at a call that changes something; tells whether it came so far.
     *
     * @param service such as {@code ecs}
     * @param call the number of the call to that service; the first is 1
     */
    public static boolean run(
            Path project, AwsProxy proxy, String service, int call, HeldCall.Moment moment, String... arguments) {
        Map<String, String> variables = Map.of(
                "AWS_ENDPOINT_URL", proxy.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_EC2_METADATA_DISABLED", "true");
        return run(project, variables, proxy.hold(service, call, moment), arguments);
    }

    /**
     * Runs a command and kills it at a call to Azure; tells whether it came so far.
     *
     * @param methods of HTTP that count; all where there are none
     */
    public static boolean run(
            Path project, ArmServer arm, Set<String> methods, int call, HeldCall.Moment moment, String... arguments) {
        return run(project, AzureSettings.variables(arm), arm.hold(methods, call, moment), arguments);
    }

    private static boolean run(Path project, Map<String, String> variables, HeldCall held, String... arguments) {
        try (CorbelProcess process = CorbelProcess.start(project, variables, List.of(), arguments)) {
            boolean reached = awaitEnd(held, process);
            CommandRun run = process.end();
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(reached ? KILLED : 0);
            return reached;
        } finally {
            held.release();
        }
    }

    private static boolean awaitEnd(HeldCall held, CorbelProcess process) {
        while (process.isRunning()) {
            if (held.isReached()) {
                process.signal("KILL");
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return false;
    }
}
