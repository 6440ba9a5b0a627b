package dev.corbel.cli.proof;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Corbel as it is, in a process of its own, with a debugger that halts it before each thing that it does to the disk, to
 * a place of state or to the cloud. What happened between two steps is there and what comes after is not, so to kill it at
 * every step is to kill it at every moment that can be told apart.
 */
final class SteppedProcess {
    /** The step before the first plan, after what an earlier run left is settled. */
    static final String PLANNING = "Planner.plan";

    /** The methods that are steps, by class; a class is followed by those that it is made of. */
    private static final Map<String, Set<String>> STEPS = Map.of(
            "dev.corbel.state.local.FileDisk",
            Set.of("create", "write", "sync", "rename", "link", "delete", "syncFolder"),
            "dev.corbel.providers.simulator.SimulatorSession",
            Set.of("perform"),
            "dev.corbel.providers.simulator.AtomicFiles",
            Set.of("write"),
            "dev.corbel.providers.simulator.ObjectFiles",
            Set.of("delete"),
            "dev.corbel.providers.simulator.CallLog",
            Set.of("append"),
            "dev.corbel.planner.Planner",
            Set.of("plan"));

    private static final String WAIT_FOR_CONNECTION_MILLISECONDS = "60000";

    private final List<String> steps = new ArrayList<>();
    private final BiPredicate<Integer, String> end;
    private boolean killed;

    private SteppedProcess(BiPredicate<Integer, String> end) {
        this.end = end;
    }

    /** Runs a command and gives its steps, up to the one with this name. */
    static List<String> steps(Path directory, String last, String... arguments) {
        SteppedProcess process = new SteppedProcess((number, step) -> step.equals(last));
        process.run(directory, arguments);
        return process.steps;
    }

    /**
     * Runs a command and kills it before a step.
     *
     * @param step its number; the first is 1
     * @return the steps that there were; the last one is that before which it was killed, where it came so far
     */
    static List<String> kill(Path directory, int step, String... arguments) {
        SteppedProcess process = new SteppedProcess((number, name) -> number == step);
        process.run(directory, arguments);
        return process.steps;
    }

    private void run(Path directory, String... arguments) {
        ListeningConnector connector = connector();
        Map<String, Connector.Argument> where = connector.defaultArguments();
        Objects.requireNonNull(where.get("localAddress")).setValue("127.0.0.1");
        Objects.requireNonNull(where.get("timeout")).setValue(WAIT_FOR_CONNECTION_MILLISECONDS);
        try {
            String address = connector.startListening(where);
            List<String> debugged = List.of("-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + address);
            try (CorbelProcess process = CorbelProcess.start(directory, debugged, arguments)) {
                VirtualMachine machine = connector.accept(where);
                connector.stopListening(where);
                follow(machine, process);
                CommandRun run = process.end();
                if (killed && run.exitCode() != 137) {
                    throw new AssertionError("was not killed, but ended with " + run);
                }
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
            while (!killed) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    if (event instanceof VMDisconnectEvent) {
                        return;
                    }
                    take(event, process);
                }
                if (!killed) {
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

    private void take(Event event, CorbelProcess process) {
        if (event instanceof ClassPrepareEvent prepared) {
            halt(prepared.referenceType());
        } else if (event instanceof BreakpointEvent reached && !killed) {
            Method method = reached.location().method();
            String type = method.declaringType().name();
            String step = type.substring(type.lastIndexOf('.') + 1) + "." + method.name();
            steps.add(step);
            if (end.test(steps.size(), step)) {
                killed = true;
                process.signal("KILL");
            }
        }
    }

    private static void halt(ReferenceType type) {
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
