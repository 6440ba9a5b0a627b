package dev.corbel.planner.planning.data;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.planner.prior.Tasks;
import dev.corbel.planner.provider.PlannedProviders;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks up data sources that need nothing else, beside each other, before the instances are planned one by one. */
final class EarlyLookups {
    private final Tasks tasks;
    private final PlannedProviders providers;
    private final Map<Address, MapValue> found = new ConcurrentHashMap<>();
    private final Map<Address, RuntimeException> failures = new ConcurrentHashMap<>();

    /** Looks one data source up. */
    @FunctionalInterface
    interface Lookup {
        MapValue read(DataDeclaration data);
    }

    EarlyLookups(Tasks tasks, PlannedProviders providers) {
        this.tasks = tasks;
        this.providers = providers;
    }

    void run(List<DataDeclaration> dataSources, Lookup lookup) {
        List<Runnable> lookups = new ArrayList<>();
        for (DataDeclaration data : dataSources) {
            if (standsAlone(data) && providers.standsAlone(data.provider())) {
                lookups.add(() -> run(data, lookup));
            }
        }
        if (lookups.size() > 1) {
            tasks.runAll(lookups);
        }
    }

    private void run(DataDeclaration data, Lookup lookup) {
        try {
            found.put(data.address(), lookup.read(data));
        } catch (RuntimeException failure) {
            failures.put(data.address(), failure);
        }
    }

    private static boolean standsAlone(DataDeclaration data) {
        AtomicBoolean refers = new AtomicBoolean(!data.dependsOn().isEmpty());
        for (Argument argument : data.arguments().values()) {
            argument.value().forEachReference(reference -> refers.set(true));
        }
        return !refers.get();
    }

    /** The values that were found before; throws what the lookup threw. Empty where it was not looked up. */
    Optional<MapValue> result(Address address) {
        RuntimeException failure = failures.get(address);
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(found.get(address));
    }
}
