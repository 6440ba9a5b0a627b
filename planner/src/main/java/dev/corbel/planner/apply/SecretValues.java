package dev.corbel.planner.apply;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.object.PlannedObject;
import dev.corbel.planner.object.ResourceEvaluator;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.secret.FilledRequest;
import dev.corbel.planner.secret.GeneratedSecret;
import dev.corbel.planner.secret.StandIns;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values of the generated secrets that an apply makes. They are nowhere else, and gone when it is over. Used by many
 * threads at once.
 */
final class SecretValues {
    private final InstanceValues values;
    private final Set<Address> made = new HashSet<>();
    private final Map<Address, Value> texts = new ConcurrentHashMap<>();

    SecretValues(Plan plan, InstanceValues values) {
        this.values = values;
        for (ResourceChange change : plan.changes()) {
            if (GeneratedSecret.is(change.address())
                    && !GeneratedSecret.generation(change.before())
                            .equals(GeneratedSecret.generation(change.after()))) {
                made.add(change.address());
            }
        }
    }

    /** The scope that a planned resource is evaluated in. */
    Evaluation.Scope scope(ResourceChange change) {
        return GeneratedSecret.among(change.dependencies()).isEmpty() ? values : StandIns.in(values);
    }

    /**
     * The planned object with the values of secrets in its request. An update that is about something else gets none.
     *
     * @throws OperationFailure where a value is needed that is gone
     */
    PlannedObject filled(
            ResourceDeclaration declaration,
            ResourceType type,
            ResourceChange change,
            PlannedObject planned,
            boolean creates)
            throws OperationFailure {
        List<Address> secrets = GeneratedSecret.among(change.dependencies());
        if (secrets.isEmpty()) {
            return planned;
        }
        MapValue configuration = ResourceEvaluator.configure(declaration, type, this::valueOf);
        Optional<PlannedObject> filled = FilledRequest.of(type.schema(), planned, configuration, creates);
        return filled.orElseThrow(() -> new OperationFailure(Diagnostic.error(
                        "The value of " + secrets.get(0) + " is gone",
                        declaration.address() + " must be sent it, and it existed only while it was made.")
                .at(declaration.address())
                .at(declaration.range())
                .withHint("Plan and apply again: then another one is made for all that take it.")));
    }

    private Value valueOf(Address address) {
        Value object = values.valueOf(address);
        return made.contains(address) && object.unmarked() instanceof MapValue secret
                ? secret.with(
                        GeneratedSecret.VALUE, texts.computeIfAbsent(address, key -> GeneratedSecret.newValue(secret)))
                : object;
    }
}
