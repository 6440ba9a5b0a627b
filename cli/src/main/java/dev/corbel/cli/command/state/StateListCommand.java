package dev.corbel.cli.command.state;

import dev.corbel.cli.command.options.AddressArgument;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.state.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "list", description = "List the addresses of all resources, one a line.")
final class StateListCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "ENVIRONMENT", description = "A name under environments/, or a file.")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--match",
            paramLabel = "ADDRESS",
            description = "Only these. Globs work; may be given several times.")
    private List<String> patterns = new ArrayList<>();

    StateListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<AddressPattern> wanted = AddressArgument.patterns(patterns);
        State state = invocation.engine(environment).state().read();
        StringBuilder text = new StringBuilder();
        state.instances().keySet().stream()
                .filter(address -> wanted.isEmpty() || wanted.stream().anyMatch(pattern -> pattern.matches(address)))
                .sorted()
                .forEach(address -> text.append(address).append('\n'));
        invocation.print(text.toString());
        return 0;
    }
}
