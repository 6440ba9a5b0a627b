package dev.corbel.planner.apply;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.CheckDeclaration;
import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.Guardrails;
import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.dsl.model.OutputDeclaration;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.object.ResourceEvaluator;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.ExecutionGraph;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.Operation.Kind;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan written by hand: each call adds one operation, in the order in which they are written. */
final class TestPlan {
    static final SourceRange RANGE = SourceRange.at("environments/test.groovy", 1, 1);

    private final ProviderCatalog catalog;
    private final State state;
    private final Map<Address, Value> planned = new HashMap<>();
    private final List<ResourceDeclaration> resources = new ArrayList<>();
    private final List<DataDeclaration> dataSources = new ArrayList<>();
    private final Map<ProviderKey, ProviderDeclaration> providers = new HashMap<>();
    private final List<OutputDeclaration> outputs = new ArrayList<>();
    private final List<CheckDeclaration> checks = new ArrayList<>();
    private final List<ResourceChange> changes = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<StateChange> stateChanges = new ArrayList<>();
    private PlanMode mode = PlanMode.NORMAL;
    private Instant createdAt = Instant.now();

    TestPlan(ProviderCatalog catalog, State state) {
        this.catalog = catalog;
        this.state = state;
        state.instances().forEach((address, instance) -> instance.current()
                .ifPresent(object -> planned.put(address, object.attributes())));
    }

    static Address address(String text) {
        int dot = text.lastIndexOf('.');
        return Address.resource(text.substring(0, dot), text.substring(dot + 1));
    }

    static Expression reference(String address, String... path) {
        return new Expression.Reference(address(address), ValuePath.of(path), Optional.of(RANGE));
    }

    static Declared declared(String address) {
        return new Declared(address(address));
    }

    /** The declaration of one resource. */
    static final class Declared {
        private final Address address;
        private final Map<String, Argument> arguments = new LinkedHashMap<>();
        private final Map<String, Duration> timeouts = new HashMap<>();
        private final List<Address> dependsOn = new ArrayList<>();
        private Lifecycle lifecycle = Lifecycle.DEFAULT;
        private String alias = "";

        private Declared(Address address) {
            this.address = address;
        }

        Declared with(String name, String value) {
            return with(name, Value.of(value));
        }

        Declared with(String name, Value value) {
            return with(name, Expression.of(value));
        }

        Declared with(String name, Expression value) {
            arguments.put(name, new Argument(value, RANGE));
            return this;
        }

        Declared lifecycle(Lifecycle value) {
            lifecycle = value;
            return this;
        }

        Declared timeout(String operation, Duration duration) {
            timeouts.put(operation, duration);
            return this;
        }

        /** Through another configuration of the provider. */
        Declared at(String configuration) {
            alias = configuration;
            return this;
        }

        Declared dependsOn(String target) {
            dependsOn.add(address(target));
            return this;
        }

        private ResourceDeclaration build() {
            ProviderKey provider = new ProviderKey(provider(address).provider(), alias);
            return new ResourceDeclaration(address, provider, arguments, lifecycle, dependsOn, timeouts, RANGE);
        }
    }

    TestPlan create(Declared declared, int... after) {
        return create(declared, Optional.empty(), after);
    }

    /** Create-first: what stands there is deposed under this key. */
    TestPlan createFirst(Declared declared, String key, int... after) {
        return create(declared, Optional.of(key), after);
    }

    private TestPlan create(Declared declared, Optional<String> key, int... after) {
        ResourceDeclaration declaration = declare(declared);
        Action action = key.isPresent() ? Action.REPLACE_CREATE_FIRST : Action.CREATE;
        int change = change(declaration.address(), action, Value.ofNull(), evaluate(declaration, Value.ofNull()));
        return operation(Kind.CREATE, declaration.address(), change, key, after);
    }

    TestPlan update(Declared declared, int... after) {
        ResourceDeclaration declaration = declare(declared);
        Value prior = state.current(declaration.address()).orElseThrow().attributes();
        int change = change(declaration.address(), Action.UPDATE, prior, evaluate(declaration, prior));
        return operation(Kind.UPDATE, declaration.address(), change, Optional.empty(), after);
    }

    /** Declares without planning anything; what depends on it sees what state has. */
    TestPlan unchanged(Declared declared, int... after) {
        ResourceDeclaration declaration = declare(declared);
        Value value = planned.getOrDefault(declaration.address(), Value.ofNull());
        int change = change(declaration.address(), Action.NO_OP, value, value);
        return operation(Kind.EVALUATE, declaration.address(), change, Optional.empty(), after);
    }

    TestPlan delete(String address, int... after) {
        return delete(address, Optional.empty(), after);
    }

    TestPlan deleteDeposed(String address, String key, int... after) {
        return delete(address, Optional.of(key), after);
    }

    private TestPlan delete(String text, Optional<String> key, int... after) {
        Address address = address(text);
        Value before =
                state.current(address).<Value>map(object -> object.attributes()).orElse(Value.ofNull());
        return operation(Kind.DELETE, address, change(address, Action.DELETE, before, Value.ofNull()), key, after);
    }

    TestPlan forget(String text, int... after) {
        Address address = address(text);
        Value before = state.current(address).orElseThrow().attributes();
        int change = change(address, Action.FORGET, before, Value.ofNull());
        return operation(Kind.FORGET, address, change, Optional.empty(), after);
    }

    TestPlan read(DataDeclaration data, int... after) {
        dataSources.add(data);
        int change = change(data.address(), Action.READ, Value.ofNull(), Value.unknown());
        return operation(Kind.READ, data.address(), change, Optional.empty(), after);
    }

    TestPlan output(String name, Expression value, boolean sensitive, int... after) {
        outputs.add(new OutputDeclaration(name, value, "", sensitive, List.of(), RANGE));
        return named(Kind.OUTPUT, name, after);
    }

    TestPlan removeOutput(String name) {
        return named(Kind.OUTPUT, name);
    }

    TestPlan check(CheckDeclaration check, int... after) {
        checks.add(check);
        return named(Kind.CHECK, check.name(), after);
    }

    TestPlan first(StateChange change) {
        stateChanges.add(change);
        return this;
    }

    TestPlan mode(PlanMode value) {
        mode = value;
        return this;
    }

    TestPlan createdAt(Instant value) {
        createdAt = value;
        return this;
    }

    Plan build() {
        return new Plan(
                createdAt,
                mode,
                definition(),
                Map.of(),
                state,
                stateChanges,
                state,
                changes,
                List.of(),
                List.of(),
                List.of(),
                new ExecutionGraph(operations),
                true,
                List.of(),
                PolicyReport.NONE,
                List.of());
    }

    private Definition definition() {
        return new Definition(
                "test",
                Map.of(),
                Optional.empty(),
                providers,
                List.of(),
                List.of(),
                resources,
                dataSources,
                outputs,
                checks,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Guardrails.NONE);
    }

    private ResourceDeclaration declare(Declared declared) {
        ResourceDeclaration declaration = declared.build();
        resources.add(declaration);
        return declaration;
    }

    private Value evaluate(ResourceDeclaration declaration, Value prior) {
        MapValue after = ResourceEvaluator.evaluate(
                        declaration,
                        catalog.resourceType(declaration.type()).orElseThrow(),
                        target -> planned.getOrDefault(target, Value.unknown()),
                        prior,
                        MapValue.EMPTY)
                .attributes();
        planned.put(declaration.address(), after);
        return after;
    }

    private int change(Address address, Action action, Value before, Value after) {
        ProviderKey provider = provider(address);
        changes.add(new ResourceChange(
                address,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                provider,
                action,
                ActionReason.NONE,
                before,
                after,
                List.of(),
                List.of(),
                false));
        return changes.size() - 1;
    }

    private static ProviderKey provider(Address address) {
        String type = address.last().type();
        String prefix = type.substring(0, type.indexOf('_'));
        return ProviderKey.of(prefix.equals("sim") ? "simulator" : prefix);
    }

    /** A definition of nothing but these resources and one more configuration of the simulator, {@code other}. */
    static Definition definition(List<Declared> declared, Optional<Expression> directory) {
        TestPlan plan = new TestPlan(new ProviderCatalog(List.of()), State.empty("test"));
        declared.forEach(plan::declare);
        directory.ifPresent(place -> {
            ProviderKey key = new ProviderKey("simulator", "other");
            Map<String, Argument> arguments = Map.of("directory", new Argument(place, RANGE));
            plan.providers.put(key, new ProviderDeclaration(key, arguments, Optional.of(RANGE)));
        });
        return plan.definition();
    }

    private TestPlan operation(Kind kind, Address address, int change, Optional<String> key, int... after) {
        operations.add(new Operation(kind, Optional.of(address), Optional.empty(), change, key, boxed(after)));
        return this;
    }

    private TestPlan named(Kind kind, String name, int... after) {
        operations.add(new Operation(kind, Optional.empty(), Optional.of(name), -1, Optional.empty(), boxed(after)));
        return this;
    }

    private static List<Integer> boxed(int... numbers) {
        List<Integer> boxed = new ArrayList<>();
        for (int number : numbers) {
            boxed.add(number);
        }
        return boxed;
    }
}
