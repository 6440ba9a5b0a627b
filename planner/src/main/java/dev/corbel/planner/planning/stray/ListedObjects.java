package dev.corbel.planner.planning.stray;

import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.provider.ConfigurationAccess;
import dev.corbel.planner.provider.PlannedProviders;
import dev.corbel.providers.api.Session;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.StateObject;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The objects of state whose types tell them by ids of their own, place by place: two hosts can both have an object of one
 * path.
 */
final class ListedObjects {
    private final PlanContext context;
    private final PlannedProviders providers;
    private final Set<Key> keys = new HashSet<>();

    private record Key(Session session, String type, String id) {}

    ListedObjects(PlanContext context, PlannedProviders providers) {
        this.context = context;
        this.providers = providers;
        context.request().state().instances().values().forEach(this::add);
    }

    private void add(ResourceInstance instance) {
        String name = instance.address().last().type();
        context.type(name)
                .ifPresent(type -> Stream.concat(instance.current().stream(), instance.deposed().values().stream())
                        .forEach(object -> type.listedId(object.attributes().fullyUnmarked())
                                .ifPresent(id -> add(name, id, object))));
    }

    private void add(String type, String id, StateObject object) {
        if (providers.of(object.provider()) instanceof ConfigurationAccess.Open open) {
            keys.add(new Key(open.session(), type, id));
        }
    }

    boolean has(Session session, String type, String id) {
        return keys.contains(new Key(session, type, id));
    }
}
