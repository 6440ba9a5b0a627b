package dev.corbel.cli.command.state;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.state.StateBackend;
import dev.corbel.state.StateBackup;
import dev.corbel.state.model.State;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "history", description = "List the serials that state had, newest first, and where each is kept.")
final class StateHistoryCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "ENVIRONMENT", description = "A name under environments/, or a file.")
    private Optional<String> environment = Optional.empty();

    StateHistoryCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        StateBackend store = invocation.engine(environment).state();
        State state = store.read();
        StringBuilder text = new StringBuilder();
        if (state.serial() > 0) {
            text.append("%6d  now%n".formatted(state.serial()));
        }
        for (StateBackup backup : store.backups()) {
            text.append("%6d  %s  %s%n"
                    .formatted(backup.serial(), backup.written().truncatedTo(ChronoUnit.SECONDS), backup.name()));
        }
        invocation.print(text.toString());
        return 0;
    }
}
