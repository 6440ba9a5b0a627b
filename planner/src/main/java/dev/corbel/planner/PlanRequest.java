package dev.corbel.planner;

import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.state.model.State;
import java.util.Map;

/**
 * Everything that a plan follows from.
 *
 * @param variables the values that were given from outside, as they were given
 * @param state as it is stored
 * @param sessions stay open after planning, so that applying can go on with them
 */
public record PlanRequest(
        Definition definition,
        Map<String, String> variables,
        State state,
        ProviderCatalog catalog,
        Sessions sessions,
        PlanOptions options) {
    public PlanRequest {
        variables = Map.copyOf(variables);
    }
}
