package dev.corbel.planner.planning;

import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.plan.UnreadableObject;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.planner.session.SessionFailures;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The problems of a plan as they are told: each once, and those of a provider's session once for all of its objects. */
final class ToldProblems {
    private final Map<Diagnostic, Diagnostic> told;

    private ToldProblems(Map<Diagnostic, Diagnostic> told) {
        this.told = told;
    }

    static ToldProblems of(List<Diagnostic> problems, Definition definition, PriorState prior) {
        Map<Address, ProviderKey> declared = new HashMap<>();
        definition.resources().forEach(resource -> declared.put(resource.address(), resource.provider()));
        definition.dataSources().forEach(data -> declared.put(data.address(), data.provider()));
        SessionFailures sessions = new SessionFailures(definition, address -> prior.instance(address)
                .flatMap(instance -> instance.current()
                        .or(() -> instance.deposed().values().stream().findFirst()))
                .map(object -> object.provider().key())
                .or(() -> Optional.ofNullable(declared.get(address))));
        return new ToldProblems(sessions.told(problems));
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(new LinkedHashSet<>(told.values()));
    }

    /** The objects with their reasons as they are told. */
    List<UnreadableObject> withReasons(List<UnreadableObject> objects) {
        return objects.stream()
                .map(object -> new UnreadableObject(
                        object.address(),
                        object.deposedKey(),
                        object.id(),
                        object.cause(),
                        object.reasons().stream()
                                .map(reason -> told.getOrDefault(reason, reason))
                                .distinct()
                                .toList()))
                .toList();
    }
}
