package dev.corbel.cli.command.state;

import dev.corbel.cli.command.options.EnvironmentArguments;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.view.StateView;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "show", description = "Show one resource as state knows it.")
final class StateShowCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..2",
            paramLabel = "[ENVIRONMENT] ADDRESS",
            hideParamSyntax = true,
            description = "The environment, and the resource.")
    private List<String> arguments = new ArrayList<>();

    StateShowCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        EnvironmentArguments chosen = EnvironmentArguments.of(arguments, 1, invocation, Objects.requireNonNull(spec));
        State state = invocation.engine(chosen.environment()).state().read();
        Address address = new StateAddresses(state).one(chosen.others().get(0));
        invocation.print(new StateView(invocation.outStyle())
                .render(state.instance(address).orElseThrow()));
        return 0;
    }
}
