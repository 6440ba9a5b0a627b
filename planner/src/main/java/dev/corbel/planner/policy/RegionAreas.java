package dev.corbel.planner.policy;

import dev.corbel.dsl.component.PoliticalAreas;
import dev.corbel.providers.api.fact.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The political areas of regions: of clouds, and of places of one's own by what the definition says. */
final class RegionAreas {
    private static final String REGION = "region";

    private final Map<String, String> own;

    private RegionAreas(Map<String, String> own) {
        this.own = own;
    }

    static RegionAreas of(List<PolicySubject> components) {
        Map<String, String> own = new HashMap<>();
        components.stream().filter(component -> component.kind().equals(REGION)).forEach(region -> region.attributes()
                .text("area")
                .ifPresent(area -> own.put(region.address().last().label(), area)));
        return new RegionAreas(own);
    }

    /** The area of a region; empty where nobody knows it. */
    Optional<String> of(String region) {
        return PoliticalAreas.of(region).or(() -> Optional.ofNullable(own.get(region)));
    }

    /** The region that data is kept in; empty where it is not known yet, or nobody can tell. */
    static Optional<String> region(Fact.Stores data, PolicySubject subject) {
        return data.region()
                .or(subject::region)
                .filter(region -> !region.isUnknown() && !region.isNull())
                .map(region -> region.unmarked().toString());
    }
}
