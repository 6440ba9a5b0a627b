package dev.corbel.dsl.build;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The regions of a definition, those in modules among them. */
final class Regions {
    private final List<Scope> all = new ArrayList<>();

    Regions(Scope environment) {
        Addresses.forEach(environment, scope -> {
            if (scope.isKind("region")) {
                all.add(scope);
            }
        });
    }

    List<Scope> all() {
        return all;
    }

    /** The labels of the regions, and the names of their backup regions. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Scope region : all) {
            names.add(String.valueOf(region.label()));
            if (input(region, "backupRegion") instanceof String name) {
                names.add(name);
            }
        }
        return names;
    }

    /** Notes what decides about all that stands in a region and leads nowhere, or is not known. */
    void check(ProviderNames providers, Problems problems) {
        for (Scope region : all) {
            try {
                check(region, providers, problems);
            } catch (DiagnosticsException failure) {
                problems.addAll(failure);
                problems.skipped();
            }
        }
    }

    private static void check(Scope region, ProviderNames providers, Problems problems) {
        DeclaredValue.Written provider = region.inputs().get("provider");
        if (provider == null
                || providers
                        .read(provider.value().plain("provider"), provider.valueRange())
                        .isEmpty()) {
            // Its absence is noted already; nothing in the region can be built.
            problems.skipped();
        }
        DeclaredValue.Written zones = region.inputs().get("zones");
        if (zones != null && region.components().containsKey("zone")) {
            problems.error(
                    "\"zones\" stands beside zone blocks",
                    "Which zones there are is said twice.",
                    "Leave one of them out.",
                    zones.range());
        }
        for (String name : List.of("zones", "backupRegion")) {
            DeclaredValue.Written written = region.inputs().get(name);
            if (written != null
                    && written.value().plain(name) instanceof Deferred deferred
                    && !(deferred instanceof Placeholder)) {
                throw Problem.error(
                        "\"" + name + "\" must be known while the definition is evaluated",
                        deferred.display() + " has no value yet, and decides what stands in the region.",
                        "Write the value, or use a variable.",
                        written.valueRange());
            }
        }
    }

    private static @Nullable Object input(Scope region, String name) {
        DeclaredValue.Written written = region.inputs().get(name);
        return written == null ? null : written.value().plain(name);
    }
}
