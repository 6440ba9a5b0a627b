package dev.corbel.engine.saved;

import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.engine.backend.EnvironmentBackend;
import dev.corbel.engine.definition.Definitions;
import dev.corbel.engine.environment.Environment;
import dev.corbel.planner.builtin.EnvironmentReader;
import dev.corbel.planner.builtin.UsedOutputs;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.policy.PolicyCheck;
import dev.corbel.planner.policy.PolicyOptions;
import dev.corbel.planner.saved.PlanFile;
import dev.corbel.planner.saved.PlanLoader;
import dev.corbel.planner.saved.SavedPlan;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.state.model.State;
import java.nio.file.Path;
import java.util.Optional;

/** Saves plans of an environment to files, and opens them again. */
public final class SavedPlans {
    private final Environment environment;
    private final String version;
    private final ProviderCatalog catalog;
    private final Definitions definitions;
    private final EnvironmentBackend backend;
    private final EnvironmentReader others;

    /** @param version of the engine, which a plan is bound to */
    public SavedPlans(
            Environment environment,
            String version,
            ProviderCatalog catalog,
            Definitions definitions,
            EnvironmentBackend backend,
            EnvironmentReader others) {
        this.environment = environment;
        this.version = version;
        this.catalog = catalog;
        this.definitions = definitions;
        this.backend = backend;
        this.others = others;
    }

    /**
     * Writes a plan to a file that {@link #open} takes.
     *
     * @param outline of the definition, for showing the plan without running the code in it
     * @param start the folder in which the command was started: all that a plan says of folders is relative to it
     */
    public void save(Plan plan, String outline, Path start, Path file) {
        PlanFile.write(SavedPlan.of(plan, version, projectFrom(start), catalog, outline), file, backend.encryption());
    }

    private String projectFrom(Path start) {
        Path project = environment.project().toAbsolutePath().normalize();
        String relative = start.toAbsolutePath().normalize().relativize(project).toString();
        return relative.isEmpty() ? "." : relative.replace('\\', '/');
    }

    /** Reads a plan that was saved for this environment, with the keys that the definition names now. */
    public SavedPlan read(Path file, PlanFile.Label label) {
        return PlanFile.read(file, label.encrypted() ? backend.encryption() : backend.encryptionIfReadable());
    }

    /** Refuses a plan that is not of this environment, or that another version made. */
    public void checkOrigin(SavedPlan saved) {
        loader().checkOrigin(saved, environment.name());
    }

    /** Goes by the backend in the sources of a plan; refused where the definition names another one by now. */
    public void useBackend(SavedPlan saved) {
        Optional<BackendDeclaration> then = definitions.backend(saved.sources());
        new PlannedBackend(environment, saved, then).check(definitions::backend);
        backend.use(then);
    }

    /**
     * The plan to apply to a state; refused where that state is not the one it was made from, where an output of another
     * environment that it uses has changed, and where the policies of today refuse it.
     */
    public Plan open(SavedPlan saved, State now) {
        Plan plan = loader().load(
                        saved, now, (name, sources, variables) -> definitions.load(sources, variables, saved.stored()));
        new UsedOutputs(others).check(plan.changes());
        PolicyOptions options = PolicyOptions.allowing(saved.allowDestroy());
        PolicyReport policies = new PolicyCheck(
                        plan.definition(), ResourceGraph.of(plan.definition()), catalog::resourceType, options)
                .planned(plan.changes(), false);
        policies.throwIfRefused();
        return plan.with(policies);
    }

    /** The definition that a plan carries the sources of. Runs them. */
    public Definition definition(SavedPlan saved) {
        return definitions.load(saved.sources(), saved.variables(), saved.stored());
    }

    private PlanLoader loader() {
        return new PlanLoader(version, catalog);
    }
}
