package dev.corbel.cli.command.state;

import dev.corbel.cli.command.options.EnvironmentArguments;
import dev.corbel.cli.command.options.LockOptions;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.engine.Engine;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import java.util.ArrayList;
import java.util.List;
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
        try (StateTransaction transaction = engine.runs().begin("state mv", lock.timeout())) {
            List<StateChange> changes = new StateMoves(transaction.initial())
                    .between(chosen.others().get(0), chosen.others().get(1));
            if (changes.isEmpty()) {
                invocation.say(chosen.others().get(0) + " is there already. Nothing was changed.\n");
                return 0;
            }
            transaction.record(new Result(Optional.empty(), changes));
            State now = transaction.commit();
            engine.runs().watermark().note(now);
            for (StateChange change : changes) {
                if (change instanceof StateChange.Move move) {
                    invocation.print("Moved " + move.from() + " to " + move.to() + "\n");
                }
            }
            invocation.say(StateMessages.kept(transaction.initial(), now));
        }
        return 0;
    }
}
