package dev.corbel.planner;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.object.ObjectId;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.plan.UnreadableObject;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.planner.prior.Tasks;
import dev.corbel.planner.provider.ProviderConfigurations;
import dev.corbel.planner.session.SessionFailures;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.Diagnostics;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known while one plan is being made. Belongs to the thread that plans. */
final class Planning implements AutoCloseable {
    final PlanRequest request;
    final ResourceGraph graph;
    final PriorState prior;
    final Diagnostics diagnostics = new Diagnostics();
    final Tasks tasks;
    final PlannedProviders providers;

    /** Planned instances, by address; deposed objects have a list of their own. */
    final Map<Address, ChangeDraft> drafts = new LinkedHashMap<>();

    final List<ChangeDraft> deposed = new ArrayList<>();
    final List<ResourceChange> drift = new ArrayList<>();
    final List<UnreadableObject> unreadable = new ArrayList<>();
    final List<CheckResult> checks = new ArrayList<>();

    /** Where objects stood before they were moved, by where they stand now. */
    final Map<Address, Address> movedFrom = new HashMap<>();

    /** Instances that cannot be planned, since they or something they need has a problem that is reported already. */
    final Set<Address> failed = new HashSet<>();

    /** Instances without a change that have something left to evaluate while applying. */
    final Set<Address> unfinished = new HashSet<>();

    final Relocations relocations = new Relocations();

    boolean complete = true;

    private final Map<Address, Value> values = new HashMap<>();
    private final Map<String, Optional<ResourceType>> types = new HashMap<>();

    Planning(PlanRequest request, ResourceGraph graph) {
        this.request = request;
        this.graph = graph;
        this.prior = new PriorState(request.state());
        this.tasks = new Tasks(request.options().parallelism());
        this.providers = new PlannedProviders(
                request.definition(),
                new ProviderConfigurations(request.definition(), request.catalog()),
                request.sessions(),
                this::isMadeAnew);
    }

    Definition definition() {
        return request.definition();
    }

    PlanMode mode() {
        return request.options().mode();
    }

    Optional<ResourceType> type(String name) {
        return types.computeIfAbsent(name, request.catalog()::resourceType);
    }

    /** What others see of an instance: as planned, or as it is where it is not planned; unknown where nothing is there. */
    Value valueOf(Address address) {
        Value planned = values.get(address);
        if (planned != null) {
            return planned;
        }
        return failed.contains(address)
                ? Value.unknown()
                : prior.current(address).<Value>map(StateObject::attributes).orElse(Value.unknown());
    }

    private boolean isMadeAnew(Address address) {
        ChangeDraft draft = drafts.get(address);
        return draft != null
                && (draft.action() == Action.CREATE || draft.action().isReplacement());
    }

    /** How to reach an object of state. A destroy may have to do with what was recorded. */
    ProviderAccess access(ProviderRecord record) {
        ProviderAccess access = providers.of(record, this::valueOf);
        return access instanceof ProviderAccess.Deferred && mode() == PlanMode.DESTROY
                ? providers.recorded(record)
                : access;
    }

    /** Gives up on an instance and everything that needs it. */
    void fail(Address address, DiagnosticsException problem) {
        failed.add(address);
        diagnostics.addAll(problem.diagnostics());
    }

    /** Gives up on an instance whose provider does not work. */
    void fail(Address address, ProviderAccess.Failed access) {
        failed.add(address);
        diagnostics.addAll(access.problemsOf(address));
    }

    /** Gives up on an instance one of whose objects cannot be read. */
    void failUnread(Address address, Optional<String> deposedKey, StateObject object, List<Diagnostic> reasons) {
        failed.add(address);
        diagnostics.addAll(reasons);
        unreadable.add(new UnreadableObject(address, deposedKey, ObjectId.shown(object.attributes()), reasons));
    }

    /** All problems, each with the one that is told in its place: those of a provider's session are told once. */
    Map<Diagnostic, Diagnostic> problems() {
        List<Diagnostic> all = new ArrayList<>(new LinkedHashSet<>(diagnostics.all()));
        all.addAll(relocations.warnings(definition()));
        Map<Address, ProviderKey> declared = new HashMap<>();
        definition().resources().forEach(resource -> declared.put(resource.address(), resource.provider()));
        definition().dataSources().forEach(data -> declared.put(data.address(), data.provider()));
        return new SessionFailures(definition(), address -> prior.instance(address)
                        .flatMap(instance -> instance.current()
                                .or(() -> instance.deposed().values().stream().findFirst()))
                        .map(object -> object.provider().key())
                        .or(() -> Optional.ofNullable(declared.get(address))))
                .told(all);
    }

    /** The objects that could not be read, with their reasons as they are told. */
    List<UnreadableObject> unreadable(Map<Diagnostic, Diagnostic> told) {
        return unreadable.stream()
                .map(object -> new UnreadableObject(
                        object.address(),
                        object.deposedKey(),
                        object.id(),
                        object.reasons().stream()
                                .map(reason -> told.getOrDefault(reason, reason))
                                .distinct()
                                .toList()))
                .toList();
    }

    /** Notes what came of the conditions of an instance, where it has any. */
    void report(Address address, Lifecycle lifecycle, Conditions conditions) {
        if (!lifecycle.preconditions().isEmpty() || !lifecycle.postconditions().isEmpty()) {
            diagnostics.addAll(conditions.diagnostics());
            checks.add(conditions.result(Optional.empty()));
            if (conditions.status() == CheckResult.Status.UNKNOWN) {
                unfinished.add(address);
            }
        }
    }

    void putValue(Address address, Value value) {
        values.put(address, value);
    }

    @Override
    public void close() {
        tasks.close();
    }
}
