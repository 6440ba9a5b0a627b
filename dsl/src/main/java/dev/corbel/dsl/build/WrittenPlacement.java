package dev.corbel.dsl.build;

import dev.corbel.dsl.placement.Place;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The hosts that a definition names for the parts of an app. */
final class WrittenPlacement {
    private static final String PLACEMENT = "placement";

    private final Scope region;
    private final Map<String, Place> places;

    /** @param places by their labels */
    WrittenPlacement(Scope region, Map<String, Place> places) {
        this.region = region;
        this.places = places;
    }

    /**
     * The hosts of a part, one for each that it needs; empty where none are written. Containers stay where they were as far as
     * these hosts are still named.
     *
     * @param before the hosts that it was on
     */
    Optional<List<String>> of(AppPart part, List<String> before) {
        DeclaredValue.Written written = part.app().inputs().get(PLACEMENT);
        if (written == null
                || !(written.value().plain(PLACEMENT) instanceof Map<?, ?> block)
                || !(block.get(part.kind()) instanceof List<?> labels)) {
            return Optional.empty();
        }
        List<String> hosts = labels.stream().map(String::valueOf).toList();
        check(part, hosts, written.range());
        return Optional.of(part.kind().equals("containers") ? inTurn(hosts, part.number(), before) : hosts);
    }

    private void check(AppPart part, List<String> hosts, SourceRange range) {
        Set<String> seen = new HashSet<>();
        for (String host : hosts) {
            if (!places.containsKey(host)) {
                throw Problem.error(
                        "There is no host \"" + host + "\" in " + region.title(),
                        "The placement names it for " + part.kind() + ".",
                        Suggestion.didYouMean(host, places.keySet())
                                .orElse("Add host('" + host + "') { address = … } to the region."),
                        range);
            }
            if (!seen.add(host)) {
                throw Problem.error(
                        "The placement names host \"" + host + "\" twice for " + part.kind(),
                        "",
                        "Name each host once.",
                        range);
            }
        }
        if (hosts.isEmpty()) {
            throw Problem.error(
                    "The placement names no host for " + part.kind(),
                    "",
                    "Name one, or take the line away: then it is chosen.",
                    range);
        }
        checkNumber(part, hosts, range);
    }

    private void checkNumber(AppPart part, List<String> hosts, SourceRange range) {
        if (part.kind().equals("containers") && part.number() > 0 && hosts.size() > part.number()) {
            throw Problem.error(
                    "The placement names " + hosts.size() + " hosts for " + part.number() + " of the containers",
                    "A host would have nothing to run.",
                    "Write count = " + hosts.size() + " in containers, or name fewer hosts.",
                    range);
        }
        if (part.kind().equals("database") && hosts.size() != part.number()) {
            throw Problem.error(
                    "The placement names " + hosts.size() + (hosts.size() == 1 ? " host" : " hosts")
                            + " for a database with" + (part.number() == 1 ? "out a standby" : " a standby"),
                    "",
                    part.number() == 1
                            ? "Write highAvailability = true in database, or name one host."
                            : "Name " + part.number() + " hosts in different zones: the first is the primary's.",
                    range);
        }
        if (part.apart() && hosts.stream().map(this::zone).distinct().count() < hosts.size()) {
            throw Problem.error(
                    "The placement puts the standby of a database into the zone of its primary",
                    "Both would fail together.",
                    "Name a host in another zone, or put the hosts into zones of their own.",
                    range);
        }
    }

    private String zone(String host) {
        Place place = places.get(host);
        return place == null ? "" : place.zone();
    }

    private static List<String> inTurn(List<String> hosts, int number, List<String> before) {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            left.add(hosts.get(i % hosts.size()));
        }
        List<Optional<String>> kept = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            kept.add(i < before.size() ? Optional.of(before.get(i)).filter(left::remove) : Optional.empty());
        }
        return kept.stream().map(host -> host.orElseGet(() -> left.remove(0))).toList();
    }
}
