package dev.corbel.engine.drift;

import dev.corbel.dsl.LoadedDefinition;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.stage.Readings;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.engine.Engine;
import dev.corbel.engine.environment.Environment;
import dev.corbel.planner.drift.DriftComparison.DefinitionState;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A definition as far as it can be had: whole, with variables that have no value, or not at all.
 *
 * @param problems the reason why it is not whole
 * @param decided whether no data source has to be read to know what is declared
 */
record DriftDefinition(
        Definition definition,
        DefinitionState state,
        List<Diagnostic> problems,
        List<Diagnostic> warnings,
        boolean decided) {

    /** Loads it. Missing values of variables are no error, since a job that looks for drift needs no secrets. */
    static DriftDefinition load(Engine engine, VariableInputs inputs) {
        try {
            LoadedDefinition loaded = engine.definitions().load(inputs, LoadMode.PLAN);
            return new DriftDefinition(
                    loaded.definition(), DefinitionState.COMPLETE, List.of(), loaded.warnings(), loaded.complete());
        } catch (DiagnosticsException problem) {
            return withoutValues(engine, inputs, problem);
        }
    }

    private static DriftDefinition withoutValues(Engine engine, VariableInputs inputs, DiagnosticsException problem) {
        try {
            LoadedDefinition loaded = engine.definitions().load(inputs, LoadMode.VALIDATE);
            return new DriftDefinition(
                    loaded.definition(),
                    DefinitionState.INCOMPLETE,
                    problem.diagnostics(),
                    loaded.warnings(),
                    loaded.complete());
        } catch (DiagnosticsException broken) {
            findBackend(engine, broken);
            return nothing(engine.environment().name(), broken, List.of());
        }
    }

    /** The same with the parts of apps where they stand. */
    DriftDefinition standing(Engine engine, VariableInputs inputs, State found, Readings readings) {
        if (state == DefinitionState.BROKEN) {
            return this;
        }
        LoadMode mode = state == DefinitionState.COMPLETE ? LoadMode.PLAN : LoadMode.VALIDATE;
        try {
            LoadedDefinition loaded = new LoadedDefinition(definition, warnings, Map.of(), decided);
            LoadedDefinition completed = engine.definitions().completed(loaded, readings, inputs, mode);
            LoadedDefinition standing = engine.definitions().standing(completed, found, readings, inputs, mode);
            return new DriftDefinition(standing.definition(), state, problems, standing.warnings(), true);
        } catch (DiagnosticsException problem) {
            return broken(problem);
        }
    }

    /** The same where no plan comes about. */
    DriftDefinition broken(DiagnosticsException problem) {
        return nothing(definition.environment(), problem, warnings);
    }

    private static DriftDefinition nothing(
            String environment, DiagnosticsException problem, List<Diagnostic> warnings) {
        return new DriftDefinition(
                Definition.empty(environment), DefinitionState.BROKEN, problem.diagnostics(), warnings, true);
    }

    /** State beside the project is found although nobody can read which backend the definition names. */
    private static void findBackend(Engine engine, DiagnosticsException broken) {
        Environment environment = engine.environment();
        try {
            engine.backend().location();
        } catch (DiagnosticsException unreadable) {
            if (!LocalStateStore.exists(environment.project(), environment.name())) {
                throw broken;
            }
            engine.backend().use(Optional.empty());
        }
    }
}
