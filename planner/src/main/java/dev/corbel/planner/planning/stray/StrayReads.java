package dev.corbel.planner.planning.stray;

import dev.corbel.planner.object.StoredAttributes;
import dev.corbel.planner.plan.StrayObject;
import dev.corbel.planner.plan.StrayObject.Origin;
import dev.corbel.planner.plan.StrayObjects;
import dev.corbel.planner.plan.StrayObjects.Unsearched;
import dev.corbel.planner.prior.Tasks;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.value.MapValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the objects that lists told, since lists lag behind: what is gone by now is left out. Each object is read once,
 * in the first place that told it.
 */
final class StrayReads {
    private final Map<Key, Candidate> candidates = new LinkedHashMap<>();

    private record Key(String type, String id) {}

    private record Candidate(UsedPlaces.Place place, ReadableType type, String id, Origin origin) {}

    void add(UsedPlaces.Place place, ReadableType type, String id, Origin origin) {
        candidates.putIfAbsent(new Key(type.name(), id), new Candidate(place, type, id, origin));
    }

    /** Reads all of them beside each other. */
    StrayObjects read(Tasks tasks) {
        List<Candidate> all = List.copyOf(candidates.values());
        List<Optional<StrayObject>> found = new ArrayList<>();
        List<Unsearched> failed = new ArrayList<>();
        all.forEach(candidate -> found.add(Optional.empty()));
        List<Runnable> reads = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int place = i;
            reads.add(() -> {
                try {
                    Optional<StrayObject> object = read(all.get(place));
                    synchronized (found) {
                        found.set(place, object);
                    }
                } catch (ProviderException failure) {
                    synchronized (found) {
                        failed.add(unread(all.get(place), failure));
                    }
                }
            });
        }
        tasks.runAll(reads);
        return new StrayObjects(found.stream().flatMap(Optional::stream).toList(), failed);
    }

    private static Optional<StrayObject> read(Candidate candidate) throws ProviderException {
        return candidate
                .place()
                .secrets()
                .hide(() -> candidate.type().importObject(candidate.place().session(), candidate.id()))
                .map(object -> new StrayObject(
                        candidate.origin(), candidate.type().name(), candidate.id(), marked(candidate, object)));
    }

    /** The attributes with the marks of the type; none where they do not fit it. */
    private static MapValue marked(Candidate candidate, ObjectState object) {
        try {
            return StoredAttributes.of(candidate.type().schema(), object.attributes(), MapValue.EMPTY);
        } catch (StoredAttributes.UnfitException unfit) {
            return MapValue.EMPTY;
        }
    }

    private static Unsearched unread(Candidate candidate, ProviderException failure) {
        return new Unsearched(
                candidate.type().name(),
                Optional.of(candidate.id()),
                new ReadResult.Unreadable(failure.diagnostic(), failure.readCause()));
    }
}
