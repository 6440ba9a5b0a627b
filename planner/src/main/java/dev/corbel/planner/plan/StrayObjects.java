package dev.corbel.planner.plan;

import dev.corbel.providers.api.ReadResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects that a search found and that are in no state.
 *
 * @param unsearched where there may be more
 * @param listings of all types, in the order of their names; none where types were not listed
 */
public record StrayObjects(List<StrayObject> objects, List<Unsearched> unsearched, List<TypeListing> listings) {
    /** Nothing was searched. */
    public static final StrayObjects NONE = new StrayObjects(List.of(), List.of(), List.of());

    public StrayObjects {
        objects = List.copyOf(objects);
        unsearched = List.copyOf(unsearched);
        listings = List.copyOf(listings);
    }

    /** Objects that were told without a list of all of a type. */
    public StrayObjects(List<StrayObject> objects, List<Unsearched> unsearched) {
        this(objects, unsearched, List.of());
    }

    /** These, then others. */
    public StrayObjects and(StrayObjects others) {
        return new StrayObjects(
                together(objects, others.objects),
                together(unsearched, others.unsearched),
                together(listings, others.listings));
    }

    private static <T> List<T> together(List<T> these, List<T> others) {
        return Stream.concat(these.stream(), others.stream()).toList();
    }

    /**
     * A place, a type of objects in it, or an object that could not be looked at.
     *
     * @param type the name of a type, or of a provider
     * @param id of the object; empty of more than one
     */
    public record Unsearched(String type, Optional<String> id, ReadResult.Unreadable reason) {}
}
