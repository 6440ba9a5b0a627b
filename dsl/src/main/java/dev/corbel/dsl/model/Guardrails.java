package dev.corbel.dsl.model;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a definition that its policies go by.
 *
 * @param production whether policies refuse plans that they only advise on elsewhere
 * @param residency the political area that data must not leave, such as {@code EU}
 * @param backupAreas the areas that backups, and nothing else, may lie in beside it
 * @param advisory the ids of policies that only advise in production too
 * @param tags that objects must have
 * @param own the policies of the project
 */
public record Guardrails(
        boolean production,
        Optional<Area> residency,
        List<String> backupAreas,
        Set<String> advisory,
        List<String> tags,
        List<Waiver> waivers,
        List<OwnPolicy> own) {
    public static final Guardrails NONE =
            new Guardrails(false, Optional.empty(), List.of(), Set.of(), List.of(), List.of(), List.of());

    /** A political area, and where it is written. */
    public record Area(String name, SourceRange range) {}

    public Guardrails {
        backupAreas = List.copyOf(backupAreas);
        advisory = Set.copyOf(advisory);
        tags = List.copyOf(tags);
        waivers = List.copyOf(waivers);
        own = List.copyOf(own);
    }
}
