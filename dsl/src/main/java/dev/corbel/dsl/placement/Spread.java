package dev.corbel.dsl.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what stands on the hosts of a region, and finds hosts for more. The same question has always the same answer. */
public final class Spread {
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Integer> onHost = new HashMap<>();
    private final Map<String, Integer> inZone = new HashMap<>();

    public Spread(Collection<Place> places) {
        places.forEach(place -> this.places.put(place.label(), place));
    }

    /** Counts a part on a host. */
    public void count(String host) {
        onHost.merge(host, 1, Integer::sum);
        inZone.merge(zone(host), 1, Integer::sum);
    }

    private String zone(String host) {
        Place place = places.get(host);
        return place == null ? "" : place.zone();
    }

    /**
     * The hosts on which parts of one kind go on standing: those before, as far as they are there and take the kind.
     *
     * @param number of the parts
     * @param apart whether each needs a zone of its own
     * @return for each part its host; empty for those that need another one
     */
    public List<Optional<String>> standing(String role, List<String> before, int number, boolean apart) {
        List<Optional<String>> standing = new ArrayList<>();
        List<String> zones = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Optional<Place> place =
                    i < before.size() ? Optional.ofNullable(places.get(before.get(i))) : Optional.empty();
            Optional<Place> kept =
                    place.filter(host -> host.takes(role)).filter(host -> !apart || !zones.contains(host.zone()));
            kept.ifPresent(host -> zones.add(host.zone()));
            standing.add(kept.map(Place::label));
        }
        return standing;
    }

    /**
     * Finds and counts hosts for the parts that have none: in the zone with the fewest of them, then in that where least stands.
     *
     * @return as many hosts as there is a place for
     */
    public List<String> fill(String role, List<Optional<String>> standing, boolean apart) {
        List<String> own = standing.stream().flatMap(Optional::stream).collect(Collectors.toCollection(ArrayList::new));
        List<String> hosts = new ArrayList<>();
        for (Optional<String> part : standing) {
            Optional<String> host = part.or(() -> next(role, own, apart));
            if (host.isEmpty()) {
                break;
            }
            hosts.add(host.get());
            if (part.isEmpty()) {
                own.add(host.get());
                count(host.get());
            }
        }
        return hosts;
    }

    private Optional<String> next(String role, List<String> own, boolean apart) {
        Map<String, Long> ownInZone = own.stream().collect(Collectors.groupingBy(this::zone, Collectors.counting()));
        Map<String, Long> ownOnHost =
                own.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return places.values().stream()
                .filter(place -> place.takes(role))
                .filter(place -> !apart || !ownInZone.containsKey(place.zone()))
                .min(Comparator.comparing((Place place) -> ownInZone.getOrDefault(place.zone(), 0L))
                        .thenComparing(place -> inZone.getOrDefault(place.zone(), 0))
                        .thenComparing(Place::zone)
                        .thenComparing(place -> ownOnHost.getOrDefault(place.label(), 0L))
                        .thenComparing(place -> onHost.getOrDefault(place.label(), 0))
                        .thenComparing(Place::label))
                .map(Place::label);
    }
}
