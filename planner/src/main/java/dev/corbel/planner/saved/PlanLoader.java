package dev.corbel.planner.saved;

import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a plan that can be applied out of a saved one, or says why that cannot be. Calls no provider. */
public final class PlanLoader {
    private final String engineVersion;
    private final ProviderCatalog catalog;

    /** Evaluates a definition from the sources and the values that a plan carries. */
    @FunctionalInterface
    public interface DefinitionSource {
        Definition evaluate(String environment, Map<String, String> sources, Map<String, String> variables);
    }

    /** A loader for one installation. */
    public PlanLoader(String engineVersion, ProviderCatalog catalog) {
        this.engineVersion = engineVersion;
        this.catalog = catalog;
    }

    /** Refuses a plan of another environment, and one that another version made. Where it was made does not matter. */
    public void checkOrigin(SavedPlan saved, String environment) {
        PlanOrigin origin = saved.origin();
        List<String> differences = new ArrayList<>();
        if (!saved.environment().equals(environment)) {
            throw refused(
                    "The plan is of another environment",
                    "It was made for \"" + saved.environment() + "\", and this is \"" + environment + "\".");
        }
        if (!origin.engineVersion().equals(engineVersion)) {
            differences.add("Corbel " + origin.engineVersion() + " made it, and this is Corbel " + engineVersion + ".");
        }
        origin.providerVersions().forEach((name, version) -> {
            Optional<String> now = catalog.provider(name).map(Provider::version);
            if (!now.equals(Optional.of(version))) {
                differences.add("It was made with provider \"" + name + "\" " + version + ", and here "
                        + now.map(found -> "it is " + found).orElse("there is none") + ".");
            }
        });
        if (!differences.isEmpty()) {
            throw refused("Saved plan is stale", String.join(" ", differences));
        }
    }

    /**
     * The plan to apply.
     *
     * @param now the state that is there, under the lock
     * @throws DiagnosticsException where state moved on, where the sources give no definition, or where that definition
     *     no longer gives the values that were planned
     */
    public Plan load(SavedPlan saved, State now, DefinitionSource source) {
        checkOrigin(saved, now.environment());
        State then = saved.stored();
        if (!then.lineage().equals(now.lineage()) || then.serial() != now.serial()) {
            throw refused("Saved plan is stale", moved(then, now));
        }
        Plan plan = saved.withDefinition(source.evaluate(saved.environment(), saved.sources(), saved.variables()));
        new PlannedValues(plan, catalog).check();
        return plan;
    }

    private static String moved(State then, State now) {
        if (!then.lineage().equals(now.lineage()) && !then.lineage().isEmpty()) {
            return "It was made from the state with lineage " + then.lineage() + ", and the state now has lineage "
                    + (now.lineage().isEmpty() ? "none" : now.lineage()) + ".";
        }
        return "It was made from state with serial " + then.serial() + ", and the state now has serial " + now.serial()
                + ".";
    }

    private static DiagnosticsException refused(String summary, String detail) {
        return new DiagnosticsException(Diagnostic.error(summary, detail).withHint("Make a new plan."));
    }
}
