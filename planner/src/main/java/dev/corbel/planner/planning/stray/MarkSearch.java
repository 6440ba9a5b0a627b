package dev.corbel.planner.planning.stray;

import dev.corbel.planner.object.ObjectIndex;
import dev.corbel.planner.plan.ManagedElsewhere;
import dev.corbel.planner.plan.StrayObject.Origin;
import dev.corbel.planner.plan.StrayObjects;
import dev.corbel.planner.plan.StrayObjects.Unsearched;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.provider.PlannedProviders;
import dev.corbel.providers.api.MarkedObjects;
import dev.corbel.providers.api.MarkedObjects.MarkedObject;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.state.journal.OperationId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for objects that bear a mark of Corbel and that no state has: one question for each place, and a read for each
 * object that it tells and nobody knows.
 */
public final class MarkSearch {
    private final PlanContext context;
    private final PlannedProviders providers;
    private final ManagedElsewhere elsewhere;
    private final ObjectIndex known;
    private final ListedObjects listed;

    /** @param elsewhere asked of what the state at hand lacks, once the places have answered */
    public MarkSearch(PlanContext context, PlannedProviders providers, ManagedElsewhere elsewhere) {
        this.context = context;
        this.providers = providers;
        this.elsewhere = elsewhere;
        this.known = new ObjectIndex(context.request().state());
        this.listed = new ListedObjects(context, providers);
    }

    /** Asks, and reads what came of it. */
    public StrayObjects run() {
        List<UsedPlaces.Place> places = UsedPlaces.of(context, providers);
        Map<UsedPlaces.Place, MarkedObjects> answers = new LinkedHashMap<>();
        places.forEach(place -> answers.put(place, MarkedObjects.NONE));
        List<Runnable> questions = new ArrayList<>();
        places.forEach(place -> questions.add(() -> {
            MarkedObjects answer =
                    place.secrets().keepFrom(() -> place.session().listMarked((type, id) -> isKnown(place, type, id)));
            synchronized (answers) {
                answers.put(place, answer);
            }
        }));
        context.tasks().runAll(questions);
        StrayReads reads = new StrayReads();
        List<Unsearched> unsearched = new ArrayList<>();
        answers.forEach((place, answer) -> {
            answer.unreadable()
                    .ifPresent(reason -> unsearched.add(new Unsearched(place.provider(), Optional.empty(), reason)));
            answer.objects().stream()
                    .filter(object -> isOurs(object, answer.shared()))
                    .forEach(object -> add(place, object, reads));
        });
        StrayObjects read = reads.read(context.tasks());
        unsearched.addAll(read.unsearched());
        return new StrayObjects(read.objects(), unsearched);
    }

    private boolean isKnown(UsedPlaces.Place place, String type, String id) {
        return known.has(type, id) || listed.has(place.session(), type, id);
    }

    private void add(UsedPlaces.Place place, MarkedObject object, StrayReads reads) {
        Optional<ResourceType> type = context.type(object.type());
        if (type.isPresent()
                && !isKnown(place, object.type(), object.id())
                && !known.has(object.type(), object.id(), object.attributes())
                && !elsewhere.has(object.type(), object.id(), object.attributes(), object.token())) {
            reads.add(
                    place,
                    type.get(),
                    object.id(),
                    object.token().isPresent() ? Origin.OPERATION : Origin.DEFAULT_TAGS);
        }
    }

    /** In a shared place an operation of another state says that the object is somebody else's. */
    private boolean isOurs(MarkedObject object, boolean shared) {
        String lineage = context.request().state().lineage();
        return object.token()
                .filter(token -> shared && OperationId.isOne(token) && !OperationId.isOf(token, lineage))
                .isEmpty();
    }
}
