package dev.corbel.cli.command;

import dev.corbel.cli.invocation.Invocation;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description = "Print a script that completes commands and options in a shell.",
        footer = {"", "For this session: source <(corbel completion bash)"})
final class CompletionCommand implements Callable<Integer> {
    private final Invocation invocation;

    /** The shells that the script is for; it is the same one, since zsh reads completions of bash. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(index = "0", paramLabel = "SHELL", description = "bash or zsh.")
    private @Nullable Shell shell;

    CompletionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        CommandLine line = new CommandLine(new CorbelCommand());
        Commands.addAll(line, invocation);
        invocation.print(AutoComplete.bash("corbel", line));
        return shell == null ? 1 : 0;
    }
}
