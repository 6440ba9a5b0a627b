package dev.corbel.cli.command;

import dev.corbel.cli.command.options.EnvironmentArguments;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.terminal.Approval;
import dev.corbel.engine.Engine;
import dev.corbel.providers.api.text.Printable;
import dev.corbel.state.StateBackend;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.store.LockProblems;
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
        Engine engine = invocation.engine(chosen.environment());
        StateBackend store = engine.state();
        String id = chosen.others().get(0);
        LockProblems problems = new LockProblems(engine.environment().name());
        LockHolder holder = store.holder().orElseThrow(problems::notLocked);
        if (!holder.id().equals(id)) {
            throw problems.otherId(id, holder);
        }
        String question =
                "%s.%nRemove this lock of environment \"%s\"? Do so where that run is over: one that still goes on is cut off from state."
                        .formatted(
                                Printable.line(holder.description()),
                                engine.environment().name());
        if (!force
                && !new Approval(invocation.console(), invocation.errStyle())
                        .ask(question, "Give --auto-approve, or --force, which is the same.")) {
            invocation.say("Nothing was done.\n");
            return 1;
        }
        store.unlock(id);
        String removed = "Removed the lock of %s on %s (process %d), held since %s for \"%s\"."
                .formatted(holder.who(), holder.host(), holder.process(), holder.since(), holder.command());
        invocation.print(Printable.line(removed) + "\n");
        return 0;
    }
}
