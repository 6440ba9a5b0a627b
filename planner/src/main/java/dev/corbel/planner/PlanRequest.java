package dev.corbel.planner;

import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.session.Sessions;
import dev.corbel.planner.stage.DataLookup;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.model.State;
import java.util.Map;

/**
 * Everything that a plan follows from.
 *
 * @param variables the values that were given from outside, as they were given
 * @param state as it is stored
 * @param sessions stay open after planning, so that applying can go on with them
 * @param lookups the data sources that were read for the definition, which are not read again
 */
public record PlanRequest(
        Definition definition,
        Map<String, String> variables,
        State state,
        ProviderCatalog catalog,
        Sessions sessions,
        PlanOptions options,
        Map<Address, DataLookup> lookups) {
    public PlanRequest {
        variables = Map.copyOf(variables);
        lookups = Map.copyOf(lookups);
    }

    /** A plan of a definition for which no data source was read. */
    public PlanRequest(
            Definition definition,
            Map<String, String> variables,
            State state,
            ProviderCatalog catalog,
            Sessions sessions,
            PlanOptions options) {
        this(definition, variables, state, catalog, sessions, options, Map.of());
    }
}
