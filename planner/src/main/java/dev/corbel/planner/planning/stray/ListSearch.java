package dev.corbel.planner.planning.stray;

import dev.corbel.planner.object.ObjectIndex;
import dev.corbel.planner.plan.AttachedObjects;
import dev.corbel.planner.plan.ManagedElsewhere;
import dev.corbel.planner.plan.StrayObject;
import dev.corbel.planner.plan.StrayObjects;
import dev.corbel.planner.plan.StrayObjects.Unsearched;
import dev.corbel.planner.plan.TypeListing;
import dev.corbel.planner.plan.TypeListing.Outcome;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.provider.PlannedProviders;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lists all objects of all types in all places, and reads those that are in no state. What the target made by itself is left
 * out, and what is in or on objects of state, which {@link dev.corbel.planner.planning.refresh.AttachmentSearch} tells.
 */
public final class ListSearch {
    private final PlanContext context;
    private final PlannedProviders providers;
    private final ManagedElsewhere elsewhere;
    private final ObjectIndex known;
    private final Map<String, Set<String>> searchedParents = new TreeMap<>();
    private final Map<String, Set<String>> listedIds = new TreeMap<>();

    /** A type in one place, with what came of the question for its objects. */
    private static final class Listing {
        private final UsedPlaces.Place place;
        private final ResourceType type;
        private volatile List<String> ids = List.of();
        private volatile Optional<ReadResult.Unreadable> failure = Optional.empty();

        private Listing(UsedPlaces.Place place, ResourceType type) {
            this.place = place;
            this.type = type;
        }

        private Outcome outcome() {
            return failure.map(reason ->
                            reason.cause() == ReadResult.Cause.PERMISSION ? Outcome.NOT_PERMITTED : Outcome.FAILED)
                    .orElse(Outcome.LISTED);
        }
    }

    /**
     * A search.
     *
     * @param elsewhere asked of what the state at hand lacks, once the places have answered
     * @param attached what is in or on the objects of state
     */
    public ListSearch(
            PlanContext context,
            PlannedProviders providers,
            ManagedElsewhere elsewhere,
            List<AttachedObjects> attached) {
        this.context = context;
        this.providers = providers;
        this.elsewhere = elsewhere;
        this.known = new ObjectIndex(context.request().state());
        context.request().state().instances().forEach((address, instance) -> instance.current()
                .ifPresent(object -> remember(address, object)));
        attached.stream()
                .filter(answer -> answer.found().unreadable().isEmpty())
                .forEach(this::searched);
    }

    private void remember(Address address, StateObject object) {
        String name = address.last().type();
        context.type(name)
                .flatMap(type -> type.listedId(object.attributes().fullyUnmarked()))
                .ifPresent(id ->
                        listedIds.computeIfAbsent(name, type -> new HashSet<>()).add(id));
    }

    private boolean isKnown(String type, String id) {
        return known.has(type, id) || listedIds.getOrDefault(type, Set.of()).contains(id);
    }

    private void searched(AttachedObjects answer) {
        context.request()
                .state()
                .current(answer.parent())
                .flatMap(object -> object.attributes().fullyUnmarked().text("id"))
                .ifPresent(id -> searchedParents
                        .computeIfAbsent(answer.type(), type -> new HashSet<>())
                        .add(id));
    }

    /** Lists, and reads what nobody knows. */
    public StrayObjects run() {
        Map<String, Outcome> outcomes = new TreeMap<>();
        List<Listing> listings = new ArrayList<>();
        for (UsedPlaces.Place place : UsedPlaces.of(context, providers)) {
            for (String name : typeNames(place)) {
                context.type(name).ifPresent(type -> {
                    if (type.isListable()) {
                        listings.add(new Listing(place, type));
                    } else {
                        outcomes.put(name, Outcome.NOT_LISTABLE);
                    }
                });
            }
        }
        context.tasks()
                .runAll(listings.stream()
                        .<Runnable>map(listing -> () -> list(listing))
                        .toList());
        StrayReads reads = new StrayReads();
        List<Unsearched> unsearched = new ArrayList<>();
        for (Listing listing : listings) {
            outcomes.merge(listing.type.name(), listing.outcome(), ListSearch::worse);
            listing.failure.ifPresent(
                    reason -> unsearched.add(new Unsearched(listing.type.name(), Optional.empty(), reason)));
            listing.ids.stream()
                    .filter(id -> !elsewhere.has(listing.type.name(), id, MapValue.EMPTY, Optional.empty()))
                    .forEach(id -> reads.add(listing.place, listing.type, id, StrayObject.Origin.LISTED));
        }
        StrayObjects read = reads.read(context.tasks());
        unsearched.addAll(read.unsearched());
        return new StrayObjects(
                read.objects().stream().filter(this::isStray).toList(),
                unsearched,
                outcomes.entrySet().stream()
                        .map(entry -> new TypeListing(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private Set<String> typeNames(UsedPlaces.Place place) {
        return context.request()
                .catalog()
                .provider(place.provider())
                .map(Provider::resourceTypeNames)
                .orElse(Set.of());
    }

    private static Outcome worse(Outcome one, Outcome other) {
        return Comparator.<Outcome>naturalOrder().compare(one, other) < 0 ? other : one;
    }

    private void list(Listing listing) {
        try {
            List<String> all = listing.place.secrets().hide(() -> listing.type.list(listing.place.session()));
            List<String> strange =
                    all.stream().filter(id -> !isKnown(listing.type.name(), id)).toList();
            if (!strange.isEmpty()) {
                Set<String> defaults =
                        listing.place.secrets().hide(() -> listing.type.listDefaults(listing.place.session(), strange));
                listing.ids =
                        strange.stream().filter(id -> !defaults.contains(id)).toList();
            }
        } catch (ProviderException failed) {
            listing.failure = Optional.of(new ReadResult.Unreadable(failed.diagnostic(), failed.readCause()));
        }
    }

    private boolean isStray(StrayObject object) {
        MapValue attributes = object.attributes().fullyUnmarked();
        return !known.has(object.type(), object.id(), attributes)
                && !elsewhere.has(object.type(), object.id(), attributes, Optional.empty())
                && !isOnSearchedParent(object.type(), attributes);
    }

    private boolean isOnSearchedParent(String type, MapValue attributes) {
        Set<String> parents = searchedParents.getOrDefault(type, Set.of());
        return attributes.entries().values().stream()
                .anyMatch(value -> value instanceof StringValue text && parents.contains(text.value()));
    }
}
