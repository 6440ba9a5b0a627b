package dev.corbel.cli.command.policy;

import dev.corbel.cli.command.operation.ReadingProgress;
import dev.corbel.cli.command.options.DayArgument;
import dev.corbel.cli.command.options.PolicyFlags;
import dev.corbel.cli.command.options.PositiveNumber;
import dev.corbel.cli.command.options.VariableOptions;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.policy.PolicySheet;
import dev.corbel.cli.policy.RepositoryCommit;
import dev.corbel.dsl.LoadedDefinition;
import dev.corbel.dsl.stage.Readings;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.engine.Engine;
import dev.corbel.engine.definition.GivenVariables;
import dev.corbel.engine.run.ReadRun;
import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.policy.PolicyOptions;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options with which policies are looked at, and the look: a plan that reads alone. */
final class PolicyLook {
    @Parameters(arity = "0..1", paramLabel = "ENVIRONMENT", description = "A name under environments/, or a file.")
    private Optional<String> environment = Optional.empty();

    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Mixin
    private PolicyFlags policies = new PolicyFlags();

    @Option(names = "--no-refresh", description = "Believe state; do not read what it knows from the provider.")
    private boolean noRefresh;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "16",
            converter = PositiveNumber.class,
            description = "How many calls run at once (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Look at waivers as on another day, such as 2027-03-31.")
    private Optional<String> asOf = Optional.empty();

    /** The results. Problems of planning are reported, and end the command where there is no plan. */
    PolicySheet run(Invocation invocation) {
        PolicyOptions options = new PolicyOptions(List.of(), asOf.map(DayArgument::parse), true);
        Engine engine = invocation.engine(environment);
        policies.addTo(engine.definitions(), invocation.console());
        VariableInputs inputs = variables.inputs(invocation.console());
        LoadedDefinition read = engine.definitions().load(inputs, LoadMode.PLAN);
        invocation.use(read.definition());
        invocation.report(read.warnings());
        try (ReadRun run = engine.runs().read()) {
            Readings readings = run.readings(parallelism);
            LoadedDefinition completed = engine.definitions().completed(read, readings, inputs, LoadMode.PLAN);
            LoadedDefinition loaded =
                    engine.definitions().standing(completed, run.state(), readings, inputs, LoadMode.PLAN);
            invocation.report(run.warnings());
            Plan plan = run.plan(
                    loaded.definition(),
                    GivenVariables.texts(inputs, loaded.definition()),
                    PlanOptions.of(PlanMode.NORMAL)
                            .withRefresh(!noRefresh)
                            .withParallelism(parallelism)
                            .withPolicies(options)
                            .withListener(new ReadingProgress(invocation)));
            Set<Diagnostic> refusals = Set.copyOf(plan.policies().diagnostics());
            List<Diagnostic> others = plan.diagnostics().stream()
                    .filter(problem -> !refusals.contains(problem))
                    .toList();
            invocation.report(others);
            return new PolicySheet(
                    loaded.definition(),
                    plan.policies(),
                    plan.isPlanned(),
                    RepositoryCommit.of(engine.environment().project()),
                    run.state().lineage(),
                    run.state().serial());
        }
    }
}
