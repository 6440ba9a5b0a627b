package dev.corbel.planner.apply;

import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.secret.GeneratedSecret;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The values of expressions: objects as they are now, and the results of data sources. Unknown where there is neither. */
final class InstanceValues implements Evaluation.Scope {
    private final KnownObjects objects;
    private final Map<Address, Value> dataSources = new ConcurrentHashMap<>();

    InstanceValues(Plan plan, KnownObjects objects) {
        this.objects = objects;
        for (ResourceChange change : plan.changes()) {
            if (change.address().isData()) {
                dataSources.put(change.address(), change.after());
            }
        }
    }

    @Override
    public Value valueOf(Address target) {
        if (target.isData()) {
            return dataSources.getOrDefault(target, Value.unknown());
        }
        return objects.current(target)
                .map(object -> GeneratedSecret.seen(target, object.attributes()))
                .orElse(Value.unknown());
    }

    void putDataSource(Address address, Value value) {
        dataSources.put(address, value);
    }
}
