package dev.corbel.dsl.build;

import dev.corbel.dsl.placement.Place;
import dev.corbel.dsl.placement.RecordedPlacements;
import dev.corbel.dsl.placement.Spread;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.ResourceEntry;
import dev.corbel.dsl.scope.ResourceGroup;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the parts of apps on the hosts of their region: where the definition says, else where they stood before, else where
 * least stands. A resource of each app keeps where that was.
 */
final class Placements {
    private final Context context;
    private final RecordedPlacements recorded;
    private final AppParts parts;

    Placements(Context context, RecordedPlacements recorded) {
        this.context = context;
        this.recorded = recorded;
        this.parts = new AppParts(context.problems());
    }

    void place(Regions regions) {
        for (Scope region : regions.all()) {
            DeclaredValue.Written provider = region.inputs().get("provider");
            Object name = provider == null ? null : provider.value().plain("provider");
            if (name instanceof String text) {
                context.catalog().provider(text.split("\\.", 2)[0]).ifPresent(found -> place(region, found));
            }
        }
    }

    private void place(Scope region, Provider provider) {
        List<DeclaredValue.Written> written = region.components().getOrDefault("app", Map.of()).values().stream()
                .flatMap(app -> Stream.ofNullable(app.inputs().get("placement")))
                .toList();
        if (!provider.configuresHosts()) {
            written.forEach(placement -> context.problems()
                    .error(
                            "The provider \"" + provider.name() + "\" puts nothing on hosts",
                            "It brings its own machines.",
                            "Take the placement away.",
                            placement.range()));
            return;
        }
        Map<String, Scope> hosts = new LinkedHashMap<>();
        Addresses.forEach(region, scope -> {
            if (scope.isKind("host")) {
                hosts.putIfAbsent(String.valueOf(scope.label()), scope);
            }
        });
        if (!hosts.isEmpty() || !written.isEmpty()) {
            place(region, hosts);
        }
    }

    private void place(Scope region, Map<String, Scope> hosts) {
        Map<String, Place> places = new LinkedHashMap<>();
        hosts.forEach((label, host) -> places.put(label, place(label, host)));
        Spread spread = new Spread(places.values());
        WrittenPlacement written = new WrittenPlacement(region, places);
        Map<AppPart, List<String>> placed = new LinkedHashMap<>();
        Map<AppPart, List<Optional<String>>> open = new LinkedHashMap<>();
        for (AppPart part : parts.of(region)) {
            List<String> before = recorded.of(part.address(), part.name());
            try {
                Optional<List<String>> named = written.of(part, before);
                if (named.isPresent()) {
                    placed.put(part, named.get());
                    named.get().forEach(spread::count);
                } else {
                    List<Optional<String>> standing = spread.standing(part.kind(), before, part.number(), part.apart());
                    standing.forEach(host -> host.ifPresent(spread::count));
                    open.put(part, standing);
                }
            } catch (DiagnosticsException problem) {
                context.problems().addAll(problem);
                part.component().leaveWithoutPlace();
            }
        }
        // What stands is counted before anything is put beside it.
        open.forEach((part, standing) -> {
            List<String> chosen = spread.fill(part.kind(), standing, part.apart());
            if (chosen.size() < part.number()) {
                refuse(region, part, chosen);
            } else {
                placed.put(part, chosen);
            }
        });
        placed.forEach((part, labels) -> part.component()
                .placeOn(labels.stream()
                        .map(label -> Objects.requireNonNull(hosts.get(label)))
                        .toList()));
        keep(placed);
    }

    private Place place(String label, Scope host) {
        String zone = host.enclosing("zone").map(Scope::label).orElse("");
        return new Place(label, zone, roles(host));
    }

    private Optional<Set<String>> roles(Scope host) {
        DeclaredValue.Written written = host.inputs().get("roles");
        Object roles = written == null ? null : written.value().plain("roles");
        if (written == null || roles == null) {
            return Optional.empty();
        }
        if (roles instanceof List<?> names && names.stream().allMatch(String.class::isInstance)) {
            return Optional.of(
                    names.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        if (roles instanceof Placeholder) {
            return Optional.empty();
        }
        context.problems()
                .error(
                        "\"roles\" must be known while the definition is evaluated",
                        (roles instanceof Deferred deferred ? deferred.display() + " has no value yet, and" : "It")
                                + " decides what stands on the host.",
                        "Write the value, or use a variable.",
                        written.valueRange());
        return Optional.empty();
    }

    private void refuse(Scope region, AppPart part, List<String> chosen) {
        part.component().leaveWithoutPlace();
        String kind = part.kind();
        if (chosen.isEmpty()) {
            context.problems()
                    .error(
                            "No host of " + region.title() + " is for " + kind,
                            "The roles of each say that it is for something else.",
                            "Add '" + kind
                                    + "' to the roles of a host, or a host: host('NAME') { address = …; roles = ['"
                                    + kind + "'] }.",
                            part.component().range());
            return;
        }
        context.problems()
                .error(
                        "There is no host in another zone for the standby of the " + kind,
                        "The primary is on \"" + chosen.get(0) + "\", and what stands in its zone may fail with it.",
                        "Add a host that is for " + kind + " in another zone, or write highAvailability = false.",
                        part.component().range());
    }

    /** Declares for each app the resource that keeps the hosts of its parts. */
    private void keep(Map<AppPart, List<String>> placed) {
        if (context.resourceType(RecordedPlacements.TYPE).isEmpty()) {
            return;
        }
        Map<Scope, Map<String, Value>> byApp = new LinkedHashMap<>();
        placed.forEach((part, hosts) -> byApp.computeIfAbsent(part.app(), app -> new LinkedHashMap<>())
                .put(part.name(), Value.list(hosts.stream().map(Value::of).toList())));
        byApp.forEach((app, hosts) -> {
            SourceRange range = Objects.requireNonNull(app.range());
            ResourceEntry entry = new ResourceEntry(
                    app.within(new Step(RecordedPlacements.TYPE, RecordedPlacements.HOSTS, null)),
                    Map.of(
                            RecordedPlacements.HOSTS,
                            new DeclaredValue.Written(new DeclaredValue.Known(Value.map(hosts)), range)),
                    Map.of(),
                    range);
            ResourceGroup group = new ResourceGroup(range, false);
            group.add(null, entry);
            app.resources()
                    .computeIfAbsent(RecordedPlacements.TYPE, type -> new LinkedHashMap<>())
                    .put(RecordedPlacements.HOSTS, group);
        });
    }
}
