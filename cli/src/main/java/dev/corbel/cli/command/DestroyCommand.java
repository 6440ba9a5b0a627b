package dev.corbel.cli.command;

import dev.corbel.cli.command.operation.ApplyOperation;
import dev.corbel.cli.command.options.ApplyOptions;
import dev.corbel.cli.command.options.PlanFlags;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.planner.plan.PlanMode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "destroy", description = "Delete everything that the environment is known to consist of.")
final class DestroyCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "ENVIRONMENT", description = "A name under environments/, or a file.")
    private Optional<String> environment = Optional.empty();

    @Mixin
    private PlanFlags options = new PlanFlags();

    @Mixin
    private ApplyOptions how = new ApplyOptions();

    DestroyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return new ApplyOperation(invocation, environment, options, how, PlanMode.DESTROY).run();
    }
}
