package dev.corbel.cli.command;

import dev.corbel.cli.terminal.Approval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "unlock", description = "Remove a lock whose holder is gone.")
final class UnlockCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"--force", "--auto-approve"},
            description = "Do not ask.")
    private boolean force;

    @Parameters(
            arity = "1..2",
            paramLabel = "[ENVIRONMENT] ID",
            hideParamSyntax = true,
            description = "The environment, and the id that the message about the lock shows.")
    private List<String> arguments = new ArrayList<>();

    UnlockCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        EnvironmentArguments chosen = EnvironmentArguments.of(arguments, 1, invocation, Objects.requireNonNull(spec));
        var store = invocation.engine(chosen.environment()).store();
        if (!force
                && !new Approval(invocation.console(), invocation.errStyle())
                        .ask("Remove the lock? Whoever still holds it would go on without it.", "Give --force.")) {
            invocation.say("Nothing was done.\n");
            return 1;
        }
        store.unlock(chosen.others().get(0));
        invocation.print("The lock is gone.\n");
        return 0;
    }
}
