package dev.corbel.cli.proof;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntConsumer;

/**
 * Corbel as it is, in a process of its own, with a debugger that halts it before each thing that it does to the disk, to
 * a place of state or to the cloud. What happened between two steps is there and what comes after is not, so to kill it at
 * every step is to kill it at every moment that can be told apart. Heartbeats are not counted, since each is one change in
 * one place and a kill around it is one between two steps.
 */
final class SteppedProcess {
    /** The step before the first plan, after what an earlier run left is settled. */
    static final String PLANNING = "Planner.plan";

    private static final String CALLS = "dev.corbel.providers.simulator.SimulatorSession";
    private static final Set<String> WRITING = Set.of("create", "replace", "delete");

    /** The methods that are steps, by class; a class is followed by those that it is made of. */
    private static final Map<String, Set<String>> STEPS = Map.ofEntries(
            Map.entry(
                    "dev.corbel.state.local.FileDisk",
                    Set.of("create", "write", "sync", "rename", "link", "delete", "syncFolder")),
            Map.entry("dev.corbel.cli.testing.place.FolderObjects", WRITING),
            Map.entry("dev.corbel.state.aws.S3Objects", WRITING),
            Map.entry("dev.corbel.state.postgres.PostgresObjects", WRITING),
            Map.entry("dev.corbel.state.azure.BlobObjects", WRITING),
            Map.entry(CALLS, Set.of("perform")),
            Map.entry("dev.corbel.providers.simulator.AtomicFiles", Set.of("write")),
            Map.entry("dev.corbel.providers.simulator.ObjectFiles", Set.of("delete")),
            Map.entry("dev.corbel.providers.simulator.CallLog", Set.of("append")),
            Map.entry("dev.corbel.planner.planning.Planner", Set.of("plan")));

    private static final String HEARTBEAT = "corbel-heartbeat";
    private static final String WAIT_FOR_CONNECTION_MILLISECONDS = "60000";

    private final List<String> steps = new ArrayList<>();
    private final BiPredicate<Integer, BreakpointEvent> when;
    private final Halt halt;
    private boolean over;

    /** What happens at the step at which the process is not simply let go on. */
    private interface Halt {
        /** Returns whether the process goes on. */
        boolean goOn(CorbelProcess process);
    }

    /**
     * What came of it.
     *
     * @param steps that there were, in order, up to the one that was waited for
     */
    record Walk(List<String> steps, CommandRun run) {}

    private SteppedProcess(BiPredicate<Integer, BreakpointEvent> when, Halt halt) {
        this.when = when;
        this.halt = halt;
    }

    /** Runs a command until the step with this name, and kills it there. */
    static List<String> steps(Scene scene, String last, String... arguments) {
        return steps(scene, last, number -> {}, arguments);
    }

    /**
     * Runs a command until the step with this name, and kills it there.
     *
     * @param halted is called at each step, the last one too, while the process stands still before it
     */
    static List<String> steps(Scene scene, String last, IntConsumer halted, String... arguments) {
        return new SteppedProcess(
                        (number, reached) -> {
                            halted.accept(number);
                            return name(reached).equals(last);
                        },
                        SteppedProcess::kill)
                .run(scene, arguments)
                .steps();
    }

    /** Runs a command and kills it before the step with this number; the first is 1. */
    static Walk kill(Scene scene, int step, String... arguments) {
        return new SteppedProcess((number, reached) -> number == step, SteppedProcess::kill).run(scene, arguments);
    }

    /**
     * Runs a command, holds it before a step while something else is done, and lets it go on. The step is the one with this
     * number, or the next one at which no call is under way, since a call may have a lock that others wait for.
     */
    static Walk hold(Scene scene, int step, Runnable meanwhile, String... arguments) {
        return new SteppedProcess(
                        (number, reached) -> number >= step && !isCalling(reached.virtualMachine()), process -> {
                            meanwhile.run();
                            return true;
                        })
                .run(scene, arguments);
    }

    private static boolean isCalling(VirtualMachine machine) {
        return machine.allThreads().stream().anyMatch(SteppedProcess::isCalling);
    }

    private static boolean isCalling(ThreadReference thread) {
        try {
            return thread.frames().stream()
                    .anyMatch(frame -> frame.location().declaringType().name().startsWith(CALLS));
        } catch (IncompatibleThreadStateException ended) {
            return false;
        }
    }

    /** How many heartbeats there are between two steps is a matter of how fast the machine is. */
    private static boolean isHeartbeat(BreakpointEvent reached) {
        return reached.thread().name().equals(HEARTBEAT);
    }

    private static String name(BreakpointEvent reached) {
        Method method = reached.location().method();
        String type = method.declaringType().name();
        return type.substring(type.lastIndexOf('.') + 1) + "." + method.name();
    }

    private static boolean kill(CorbelProcess process) {
        process.signal("KILL");
        return false;
    }

    private Walk run(Scene scene, String... arguments) {
        ListeningConnector connector = connector();
        Map<String, Connector.Argument> where = connector.defaultArguments();
        Objects.requireNonNull(where.get("localAddress")).setValue("127.0.0.1");
        Objects.requireNonNull(where.get("timeout")).setValue(WAIT_FOR_CONNECTION_MILLISECONDS);
        try {
            String address = connector.startListening(where);
            String agent = "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + address;
            try (CorbelProcess process = scene.place().debug(scene.project(), agent, arguments)) {
                VirtualMachine machine = connector.accept(where);
                connector.stopListening(where);
                follow(machine, process);
                return new Walk(List.copyOf(steps), process.end());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (IllegalConnectorArgumentsException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ListeningConnector connector() {
        return Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(connector -> connector.transport().name().equals("dt_socket"))
                .findFirst()
                .orElseThrow();
    }

    private void follow(VirtualMachine machine, CorbelProcess process) {
        for (String type : STEPS.keySet()) {
            for (String pattern : List.of(type, type + "$*")) {
                ClassPrepareRequest request = machine.eventRequestManager().createClassPrepareRequest();
                request.addClassFilter(pattern);
                request.enable();
            }
        }
        try {
            machine.resume();
            boolean goesOn = true;
            while (goesOn) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    if (event instanceof VMDisconnectEvent) {
                        return;
                    }
                    goesOn &= take(event, process);
                }
                if (goesOn) {
                    events.resume();
                }
            }
        } catch (VMDisconnectedException ended) {
            // As good as the event that says so.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private boolean take(Event event, CorbelProcess process) {
        if (event instanceof ClassPrepareEvent prepared) {
            stopIn(prepared.referenceType());
        } else if (event instanceof BreakpointEvent reached && !over && !isHeartbeat(reached)) {
            steps.add(name(reached));
            if (when.test(steps.size(), reached)) {
                over = true;
                return halt.goOn(process);
            }
        }
        return true;
    }

    private static void stopIn(ReferenceType type) {
        String name = type.name();
        int inner = name.indexOf('$');
        Set<String> methods = STEPS.getOrDefault(inner < 0 ? name : name.substring(0, inner), Set.of());
        for (Method method : type.methods()) {
            if (methods.contains(method.name()) && !method.isAbstract() && !method.isSynthetic()) {
                type.virtualMachine()
                        .eventRequestManager()
                        .createBreakpointRequest(method.location())
                        .enable();
            }
        }
    }
}
