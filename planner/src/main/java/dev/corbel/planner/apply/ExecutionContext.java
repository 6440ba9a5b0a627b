package dev.corbel.planner.apply;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.model.StateObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of one run that its executors share. */
record ExecutionContext(
        Plan plan,
        Declarations declarations,
        ProviderCatalog catalog,
        RunProviders providers,
        KnownObjects objects,
        InstanceValues values,
        SecretValues secrets,
        Recorder recorder,
        ProviderCalls calls,
        ConditionChecks conditions,
        Freshness freshness,
        Wholes wholes,
        Progress progress) {

    ResourceChange change(Operation operation) {
        return plan.changes().get(operation.change());
    }

    ResourceDeclaration resource(Operation operation) {
        Address address = operation.address().orElseThrow();
        return declarations
                .resource(address)
                .orElseThrow(() -> new IllegalStateException("the plan makes " + address + ", which nobody declares"));
    }

    /** The number of objects that stood at this address before. */
    int generation(Address address) {
        return plan.prior()
                .instance(address)
                .map(instance -> Stream.concat(instance.current().stream(), instance.deposed().values().stream())
                                .mapToInt(StateObject::generation)
                                .max()
                                .orElse(-1)
                        + 1)
                .orElse(0);
    }

    /** The time that a call may take: by the definition, else by the type. */
    static Optional<Duration> timeout(ResourceDeclaration declaration, ResourceType type, String operation) {
        Duration declared = declaration.timeouts().get(operation);
        return Optional.ofNullable(declared != null ? declared : type.timeouts().get(operation));
    }

    static void throwIfAny(List<Diagnostic> problems) throws OperationFailure {
        if (!problems.isEmpty()) {
            throw new OperationFailure(problems);
        }
    }

    ResourceType type(String name) {
        return catalog.resourceType(name)
                .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                        "Resource type \"" + name + "\" not found", "No provider of this installation has it.")));
    }
}
