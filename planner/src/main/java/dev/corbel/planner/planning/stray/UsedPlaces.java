package dev.corbel.planner.planning.stray;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.provider.ConfigurationAccess;
import dev.corbel.planner.provider.PlannedProviders;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.Session;
import dev.corbel.state.model.ResourceInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The open sessions that objects of state or resources of the definition need, each once. */
final class UsedPlaces {
    private final Map<Session, Place> places = new LinkedHashMap<>();

    /**
     * One place.
     *
     * @param provider the name of its provider
     * @param secrets of its configuration
     */
    record Place(String provider, Session session, QuotedSecrets secrets) {}

    private UsedPlaces() {}

    static List<Place> of(PlanContext context, PlannedProviders providers) {
        UsedPlaces used = new UsedPlaces();
        for (ResourceInstance instance : context.request().state().instances().values()) {
            instance.current()
                    .ifPresent(object -> used.add(object.provider().key().provider(), providers.of(object.provider())));
        }
        context.definition().resources().stream()
                .map(ResourceDeclaration::provider)
                .distinct()
                .forEach(key -> used.add(key.provider(), providers.declared(key)));
        return List.copyOf(used.places.values());
    }

    private void add(String provider, ConfigurationAccess access) {
        if (access instanceof ConfigurationAccess.Open open) {
            places.computeIfAbsent(
                    open.session(), session -> new Place(provider, session, QuotedSecrets.of(open.configuration())));
        }
    }
}
