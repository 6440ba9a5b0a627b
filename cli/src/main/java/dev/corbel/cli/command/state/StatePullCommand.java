package dev.corbel.cli.command.state;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.state.json.StateDocumentWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "pull",
        description = "Print state as it is kept, for a file that push takes. Secrets in it are in the clear.")
final class StatePullCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "ENVIRONMENT", description = "A name under environments/, or a file.")
    private Optional<String> environment = Optional.empty();

    StatePullCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        StateDocumentWriter.write(invocation.engine(environment).state().pull(), document);
        invocation.print(document.toString(StandardCharsets.UTF_8));
        return 0;
    }
}
