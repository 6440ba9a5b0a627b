package dev.corbel.planner.session;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with the session of a provider configuration once, however many objects met it. */
public final class SessionFailures {
    private static final int NAMED = 3;
    /** Calls run side by side, so their problems come in any order; {@code a2} stands before {@code a10}. */
    private static final Comparator<String> IN_ORDER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Definition definition;
    private final Function<Address, Optional<ProviderKey>> providerOf;

    /** @param providerOf the configuration that an object is reached through */
    public SessionFailures(Definition definition, Function<Address, Optional<ProviderKey>> providerOf) {
        this.definition = definition;
        this.providerOf = providerOf;
    }

    /** All problems in their order, those of one session where its first one was. */
    public List<Diagnostic> gathered(List<Diagnostic> problems) {
        if (problems.stream().noneMatch(Diagnostic::isOfSession)) {
            return problems;
        }
        return List.copyOf(new LinkedHashSet<>(told(problems).values()));
    }

    /** The problem that is told in the place of each: its own, or the one of its session. In their order. */
    public Map<Diagnostic, Diagnostic> told(Collection<Diagnostic> problems) {
        Map<Object, Group> groups = new LinkedHashMap<>();
        problems.forEach(problem -> groups.computeIfAbsent(key(problem), absent -> new Group(problem))
                .add(problem));
        Map<Object, Diagnostic> texts = new HashMap<>();
        groups.forEach((key, group) -> texts.put(
                key, key instanceof ProviderKey provider ? group.told(provider, place(provider)) : group.first));
        Map<Diagnostic, Diagnostic> told = new LinkedHashMap<>();
        problems.forEach(problem -> told.put(problem, texts.getOrDefault(key(problem), problem)));
        return told;
    }

    private Object key(Diagnostic problem) {
        return problem.isOfSession()
                ? problem.address()
                        .flatMap(providerOf)
                        .<Object>map(provider -> provider)
                        .orElse(problem)
                : problem;
    }

    private @Nullable SourceRange place(ProviderKey provider) {
        @Nullable ProviderDeclaration declaration = definition.providers().get(provider);
        return declaration == null ? null : declaration.range().orElse(null);
    }

    /** The problems of one session. */
    private static final class Group {
        private final Diagnostic first;
        private final Set<Address> addresses = new LinkedHashSet<>();
        private final Set<String> others = new LinkedHashSet<>();

        Group(Diagnostic first) {
            this.first = first;
        }

        void add(Diagnostic problem) {
            problem.address().ifPresent(addresses::add);
            if (!problem.summary().equals(first.summary())) {
                others.add(problem.summary());
            }
        }

        Diagnostic told(ProviderKey provider, @Nullable SourceRange place) {
            if (addresses.size() == 1) {
                return first;
            }
            StringBuilder detail = new StringBuilder(first.detail());
            detail.append(detail.isEmpty() ? "" : "\n");
            detail.append("It concerns %d objects of provider \"%s\": ".formatted(addresses.size(), provider));
            detail.append(addresses.stream()
                    .map(Object::toString)
                    .sorted(IN_ORDER)
                    .limit(NAMED)
                    .collect(Collectors.joining(", ")));
            detail.append(addresses.size() > NAMED ? " and %d more.".formatted(addresses.size() - NAMED) : ".");
            others.stream()
                    .limit(NAMED)
                    .forEach(other -> detail.append("\nAlso: ").append(other).append('.'));
            return Diagnostic.error(first.summary(), detail.toString())
                    .at(place)
                    .withHint(first.hint().orElse(null))
                    .ofSession();
        }
    }
}
