package dev.corbel.cli.command;

import dev.corbel.cli.command.operation.PlanReport;
import dev.corbel.cli.command.operation.SavedPlanFiles;
import dev.corbel.cli.command.options.PlanFormat;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.render.Renderers;
import dev.corbel.cli.render.ShownPlan;
import dev.corbel.planner.saved.SavedPlan;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.model.State;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show what is known to exist, or what a saved plan would do.")
final class ShowCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(
            arity = "0..1",
            paramLabel = "ENVIRONMENT|PLAN",
            description = "A name under environments/, a file, or a plan that was saved with --out.")
    private Optional<String> argument = Optional.empty();

    @ArgGroup
    private PlanFormat format = new PlanFormat();

    @Option(names = "--html", paramLabel = "FILE", description = "Write the saved plan as a page for a browser.")
    @Nullable
    private Path html;

    ShowCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Optional<Path> saved = argument.flatMap(
                name -> SavedPlanFiles.find(invocation.console().directory(), name));
        if (saved.isPresent()) {
            SavedPlan plan = SavedPlanFiles.open(invocation, saved.get()).saved();
            ShownPlan shown = new ShownPlan(plan.decisions(), Optional.of(plan.outline()));
            invocation.print(invocation.renderers().plan(format.name()).render(shown));
            if (html != null) {
                new PlanReport(invocation).write(shown, Renderers.HTML, html);
            }
        } else {
            refuseFormatsOfPlans();
            State state = invocation.engine(argument).state().read();
            invocation.print(invocation.renderers().state(format.name()).render(state));
        }
        return 0;
    }

    private void refuseFormatsOfPlans() {
        if (html != null || !Renderers.STATES.contains(format.name())) {
            throw new DiagnosticsException(Diagnostic.error(
                            "State cannot be shown like this", "--markdown, --summary and --html are for plans.")
                    .withHint("Name a file that corbel plan --out wrote."));
        }
    }
}
