package dev.corbel.cli.command;

import dev.corbel.cli.json.DefinitionOutline;
import dev.corbel.cli.json.PlanDocument;
import dev.corbel.cli.json.StateDocument;
import dev.corbel.cli.view.PlanView;
import dev.corbel.cli.view.StateView;
import dev.corbel.planner.plan.Plan;
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
            SavedPlanFiles.Opened opened = SavedPlanFiles.open(invocation, saved.get());
            Plan plan = opened.saved().decisions();
            invocation.print(
                    json
                            ? PlanDocument.of(
                                    plan, DefinitionOutline.read(opened.saved().outline()), Version.current())
                            : PlanView.render(plan, invocation.outStyle()));
        } else {
            State state = invocation.engine(argument).state().read();
            invocation.print(
                    json
                            ? StateDocument.of(state, Version.current())
                            : new StateView(invocation.outStyle()).render(state));
        }
        return 0;
    }
}
