package dev.corbel.cli.command;

import dev.corbel.cli.command.operation.PlanOperation;
import dev.corbel.cli.command.operation.SavedPlanFiles;
import dev.corbel.cli.command.options.GraphFormat;
import dev.corbel.cli.command.options.PlanFiles;
import dev.corbel.cli.command.options.PlanFlags;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.render.Renderers;
import dev.corbel.cli.view.graph.GraphSource;
import dev.corbel.dsl.LoadedDefinition;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.engine.run.PlanningRun;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "graph",
        description = "Print what needs what, in the language of Graphviz or as --format says.",
        footer = {"", "corbel graph | dot -Tsvg >graph.svg"})
final class GraphCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "ENVIRONMENT", description = "A name under environments/, or a file.")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = Renderers.DOT,
            converter = GraphFormat.class,
            completionCandidates = GraphFormat.Names.class,
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String format = Renderers.DOT;

    @Option(
            names = "--plan",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "FILE",
            description = "With what a saved plan would do; without a file, with what would be done now.")
    @Nullable
    private String plan;

    @Mixin
    private PlanFlags options = new PlanFlags();

    GraphCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (plan == null) {
            print(declared());
            return 0;
        }
        Optional<Path> saved = plan.isEmpty()
                ? Optional.empty()
                : SavedPlanFiles.find(invocation.console().directory(), plan);
        if (saved.isPresent()) {
            print(GraphSource.of(
                    SavedPlanFiles.open(invocation, saved.get()).saved().decisions()));
            return 0;
        }
        return planned(named(plan));
    }

    /** The environment, which may stand where the file would. */
    private Optional<String> named(String file) {
        if (!file.isEmpty() && environment.isPresent()) {
            throw new DiagnosticsException(Diagnostic.error(
                    "\"" + file + "\" is no saved plan", "--plan names a file that plan --out wrote."));
        }
        return file.isEmpty() ? environment : Optional.of(file);
    }

    private GraphSource declared() {
        LoadedDefinition loaded = invocation
                .engine(environment)
                .definitions()
                .load(options.variables().inputs(invocation.console()), LoadMode.VALIDATE);
        invocation.use(loaded.definition());
        invocation.report(loaded.warnings());
        return GraphSource.of(loaded.definition().environment(), ResourceGraph.of(loaded.definition()));
    }

    private int planned(Optional<String> of) {
        PlanOperation operation =
                new PlanOperation(invocation, invocation.engine(of), options, new PlanFiles(), options.mode());
        try (PlanningRun run = operation.open("graph")) {
            Plan made = operation.plan(run);
            invocation.report(made.diagnostics());
            if (made.errored()) {
                return 1;
            }
            print(GraphSource.of(made));
            return 0;
        }
    }

    private void print(GraphSource source) {
        invocation.print(invocation.renderers().graph(format).render(source.objects()));
    }
}
