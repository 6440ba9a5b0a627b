package dev.corbel.planner.planning.stray;

import dev.corbel.planner.object.ObjectId;
import dev.corbel.planner.object.ObjectIndex;
import dev.corbel.planner.object.ProviderView;
import dev.corbel.planner.plan.RecreatedObject;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.planner.provider.ConfigurationAccess;
import dev.corbel.planner.provider.PlannedProviders;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells apart what was deleted and changed from what was made anew: an object that goes by the same id and yet is another
 * one, and one that bears the name of an object that is gone.
 */
public final class RecreationSearch {
    private final PlanContext context;
    private final PriorState prior;
    private final PlannedProviders providers;
    private final ObjectIndex known;

    /** @param prior state as reading found it */
    public RecreationSearch(PlanContext context, PriorState prior, PlannedProviders providers) {
        this.context = context;
        this.prior = prior;
        this.providers = providers;
        this.known = new ObjectIndex(context.request().state());
    }

    /** Compares what was read, and asks for the names of what is gone. */
    public List<RecreatedObject> run() {
        List<RecreatedObject> found = new ArrayList<>();
        List<Runnable> questions = new ArrayList<>();
        context.request().state().instances().forEach((address, instance) -> {
            Optional<ResourceType> type = context.type(address.last().type());
            if (instance.current().isEmpty() || type.isEmpty()) {
                return;
            }
            StateObject stored = instance.current().get();
            Optional<StateObject> now = prior.current(address);
            if (now.isPresent()) {
                if (isOther(type.get(), stored, now.get())) {
                    found.add(new RecreatedObject(address, Optional.empty()));
                }
            } else if (providers.of(stored.provider()) instanceof ConfigurationAccess.Open open) {
                questions.add(() -> namesake(address, type.get(), stored, open, found));
            }
        });
        if (!questions.isEmpty()) {
            context.tasks().runAll(questions);
        }
        return found;
    }

    private static boolean isOther(ResourceType type, StateObject stored, StateObject now) {
        return type.isOther(ProviderView.of(stored), ProviderView.of(now));
    }

    private void namesake(
            Address address,
            ResourceType type,
            StateObject stored,
            ConfigurationAccess.Open open,
            List<RecreatedObject> found) {
        QuotedSecrets secrets = QuotedSecrets.of(open.configuration(), stored.attributes());
        try {
            Optional<ObjectState> other = secrets.hide(
                    () -> type.namesake(open.session(), stored.attributes().fullyUnmarked()));
            other.flatMap(object -> ObjectId.of(object.attributes()))
                    .filter(id -> !known.has(type.name(), id))
                    .ifPresent(id -> {
                        synchronized (found) {
                            found.add(new RecreatedObject(address, Optional.of(id)));
                        }
                    });
        } catch (ProviderException unanswered) {
            // It is gone; more than that nobody can tell.
        }
    }
}
