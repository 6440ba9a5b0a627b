package dev.corbel.cli.command;

import dev.corbel.cli.command.operation.ApplyOperation;
import dev.corbel.cli.command.operation.SavedPlanFiles;
import dev.corbel.cli.command.operation.SavedPlanOperation;
import dev.corbel.cli.command.options.ApplyOptions;
import dev.corbel.cli.command.options.PlanFlags;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "apply", description = "Bring the environment to what its definition says, or carry out a saved plan.")
final class ApplyCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(
            arity = "0..1",
            paramLabel = "ENVIRONMENT|PLAN",
            description = "A name under environments/, a file, or a plan that was saved with --out.")
    private Optional<String> argument = Optional.empty();

    @Mixin
    private PlanFlags options = new PlanFlags();

    @Mixin
    private ApplyOptions how = new ApplyOptions();

    @Option(names = "--destroy", description = "Delete everything.")
    private boolean destroy;

    ApplyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Optional<Path> saved = argument.flatMap(
                name -> SavedPlanFiles.find(invocation.console().directory(), name));
        if (saved.isPresent()) {
            refuseVariables();
            refuseAllowances();
            return new SavedPlanOperation(invocation, saved.get(), options, how).run();
        }
        return new ApplyOperation(invocation, argument, options, how, destroy ? PlanMode.DESTROY : options.mode())
                .run();
    }

    private void refuseAllowances() {
        if (!options.allowDestroy().isEmpty()) {
            throw new DiagnosticsException(Diagnostic.error(
                            "A saved plan has its --allow-destroy already",
                            "Whoever approved the plan in " + argument.orElse("") + " saw what it may end.")
                    .withHint("Leave it out, or make a new plan with it."));
        }
    }

    private void refuseVariables() {
        if (options.variables().areGiven()) {
            throw new DiagnosticsException(Diagnostic.error(
                            "A saved plan has its variables already",
                            "--var and --var-file cannot change the plan in " + argument.orElse("") + ".")
                    .withHint("Leave them out, or make a new plan with them."));
        }
    }
}
