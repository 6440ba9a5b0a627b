package dev.corbel.cli.command;

import dev.corbel.cli.command.options.EnvironmentArguments;
import dev.corbel.cli.command.options.LockOptions;
import dev.corbel.cli.command.state.StateAddresses;
import dev.corbel.cli.command.state.StateMessages;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.engine.Engine;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
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

@Command(name = "untaint", description = "Keep a tainted object, which the next plan would replace.")
final class UntaintCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private LockOptions lock = new LockOptions();

    @Parameters(
            arity = "1..2",
            paramLabel = "[ENVIRONMENT] ADDRESS",
            hideParamSyntax = true,
            description = "The environment, and the resource.")
    private List<String> arguments = new ArrayList<>();

    UntaintCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        EnvironmentArguments chosen = EnvironmentArguments.of(arguments, 1, invocation, Objects.requireNonNull(spec));
        Engine engine = invocation.engine(chosen.environment());
        try (StateTransaction transaction = engine.runs().begin("untaint", lock.timeout())) {
            State state = transaction.initial();
            Address address = new StateAddresses(state).one(chosen.others().get(0));
            StateObject object = state.current(address)
                    .filter(StateObject::tainted)
                    .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                                    address + " is not tainted",
                                    "Only an object whose creation failed half-way is, and is replaced for it.")
                            .withHint("Nothing was changed.")));
            transaction.record(new Result(
                    Optional.empty(), List.of(new StateChange.PutCurrent(address, object.withTainted(false)))));
            State now = transaction.commit();
            engine.runs().watermark().note(now);
            invocation.print("Untainted " + address + "\n");
            invocation.say(StateMessages.kept(state, now));
        }
        return 0;
    }
}
