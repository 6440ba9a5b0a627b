package dev.corbel.cli.command;

import dev.corbel.cli.engine.Engine;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "mv", description = "Give a resource or a component another address in state.")
final class StateMoveCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private LockOptions lock = new LockOptions();

    @Parameters(
            arity = "2..3",
            paramLabel = "[ENVIRONMENT] FROM TO",
            hideParamSyntax = true,
            description = "The environment, the address, and the new address.")
    private List<String> arguments = new ArrayList<>();

    StateMoveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        EnvironmentArguments chosen = EnvironmentArguments.of(arguments, 2, invocation, Objects.requireNonNull(spec));
        Engine engine = invocation.engine(chosen.environment());
        try (StateTransaction transaction = engine.store().begin(engine.holder("state mv"), lock.timeout)) {
            Map<Address, Address> moves = new StateMoves(transaction.initial())
                    .between(chosen.others().get(0), chosen.others().get(1));
            List<StateChange> changes = new ArrayList<>();
            moves.forEach((from, to) -> changes.add(new StateChange.Move(from, to)));
            changes.addAll(dependents(transaction.initial(), moves));
            transaction.record(new Result(Optional.empty(), changes));
            transaction.commit();
            moves.forEach((from, to) -> invocation.print("Moved " + from + " to " + to + "\n"));
        }
        return 0;
    }

    /** What was built from something that moves goes on to say so. */
    private static List<StateChange> dependents(State state, Map<Address, Address> moves) {
        List<StateChange> changes = new ArrayList<>();
        state.instances().forEach((address, instance) -> {
            Address now = moves.getOrDefault(address, address);
            instance.current()
                    .filter(object -> object.dependencies().stream().anyMatch(moves::containsKey))
                    .ifPresent(object -> changes.add(new StateChange.PutCurrent(now, redirected(object, moves))));
            instance.deposed().forEach((key, object) -> {
                if (object.dependencies().stream().anyMatch(moves::containsKey)) {
                    changes.add(new StateChange.PutDeposed(now, key, redirected(object, moves)));
                }
            });
        });
        return changes;
    }

    private static StateObject redirected(StateObject object, Map<Address, Address> moves) {
        return new StateObject(
                object.provider(),
                object.schemaVersion(),
                object.attributes(),
                object.privateData(),
                object.dependencies().stream()
                        .map(dependency -> moves.getOrDefault(dependency, dependency))
                        .toList(),
                object.createBeforeDestroy(),
                object.tainted(),
                object.generation());
    }
}
