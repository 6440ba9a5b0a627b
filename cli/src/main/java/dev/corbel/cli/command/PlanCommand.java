package dev.corbel.cli.command;

import dev.corbel.cli.command.operation.PlanOperation;
import dev.corbel.cli.command.operation.PlanReport;
import dev.corbel.cli.command.options.PlanFiles;
import dev.corbel.cli.command.options.PlanFlags;
import dev.corbel.cli.command.options.PlanFormat;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.engine.Engine;
import dev.corbel.engine.run.PlanningRun;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "plan",
        description = "Show what would change, and change nothing.",
        footer = {"", "Exit codes: 0 fine, 1 error, 2 changes (with --detailed-exitcode)."})
final class PlanCommand implements Callable<Integer> {
    private static final int CHANGES = 2;

    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "ENVIRONMENT", description = "A name under environments/, or a file.")
    private Optional<String> environment = Optional.empty();

    @Mixin
    private PlanFlags options = new PlanFlags();

    @Option(names = "--destroy", description = "Plan the deletion of everything.")
    private boolean destroy;

    @Mixin
    private PlanFiles files = new PlanFiles();

    @ArgGroup
    private PlanFormat format = new PlanFormat();

    @Option(names = "--detailed-exitcode", description = "Exit with 2 where there are changes.")
    private boolean detailedExitCode;

    PlanCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try {
            return plan();
        } catch (DiagnosticsException failure) {
            String name = invocation.environment().or(() -> environment).orElse("");
            invocation.print(
                    invocation.renderers().failedPlan(format.name(), name).render(failure.diagnostics()));
            throw failure;
        }
    }

    private int plan() {
        Engine engine = invocation.engine(environment);
        PlanOperation operation =
                new PlanOperation(invocation, engine, options, files, destroy ? PlanMode.DESTROY : options.mode());
        try (PlanningRun run = operation.open("plan")) {
            Plan plan = operation.plan(run);
            new PlanReport(invocation).show(plan, format.name());
            operation.save(plan);
            if (plan.errored()) {
                return 1;
            }
            return detailedExitCode && plan.hasChanges() ? CHANGES : 0;
        }
    }
}
