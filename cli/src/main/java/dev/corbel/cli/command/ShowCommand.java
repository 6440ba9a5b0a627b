package dev.corbel.cli.command;

import dev.corbel.cli.command.operation.SavedPlanFiles;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.render.Renderers;
import dev.corbel.cli.render.ShownPlan;
import dev.corbel.planner.saved.SavedPlan;
import dev.corbel.state.model.State;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    @Option(
            names = "--json",
            description = "As a JSON document: state in Terraform's format 1.0, a plan in its format 1.2.")
    private boolean json;

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
            invocation.print(
                    invocation.renderers().plan(Renderers.document(json)).render(shown));
        } else {
            State state = invocation.engine(argument).state().read();
            invocation.print(
                    invocation.renderers().state(Renderers.document(json)).render(state));
        }
        return 0;
    }
}
