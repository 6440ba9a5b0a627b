package dev.corbel.planner.policy;

import dev.corbel.dsl.component.ComponentFacts;
import dev.corbel.dsl.component.ComponentType;
import dev.corbel.dsl.component.Components;
import dev.corbel.dsl.component.PoliticalAreas;
import dev.corbel.dsl.model.ComponentDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.object.BlockEvaluator;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Collects the things that policies look at, from a definition and from what is planned or there. */
final class SubjectCollector {
    private static final String REGION = "region";

    private final Definition definition;
    private final Function<String, ? extends Optional<? extends ReadableType>> types;
    private final Evaluation constants = new Evaluation(target -> Value.unknown());
    private final Map<Address, ResourceDeclaration> declared = new HashMap<>();
    private final Map<Address, MapValue> inputs = new HashMap<>();
    private final Map<ProviderKey, Optional<Value>> providerRegions = new HashMap<>();

    /** The attributes of types that list objects of types of their own. */
    private final Map<String, List<String>> lists = new HashMap<>();

    SubjectCollector(Definition definition, Function<String, ? extends Optional<? extends ReadableType>> types) {
        this.definition = definition;
        this.types = types;
        definition.resources().forEach(resource -> declared.put(resource.address(), resource));
        definition.components().forEach(component -> inputs.put(component.address(), inputs(component)));
    }

    /** Tells whether a component is a region, which data belongs to. */
    static boolean isRegion(ComponentDeclaration component) {
        return component.address().last().kind().equals(REGION);
    }

    PolicySubjects planned(ResourceGraph graph, List<ResourceChange> changes) {
        List<PolicySubject> resources = new ArrayList<>();
        for (ResourceChange change : changes) {
            if (change.address().isData() || change.deposedKey().isPresent()) {
                continue;
            }
            Value shown = change.after().isNull() ? change.before() : change.after();
            if (shown.unmarked() instanceof MapValue attributes) {
                resources.add(resource(
                        change.address(),
                        change.provider(),
                        attributes,
                        change.after().isNull(),
                        Optional.of(change)));
            }
        }
        return PolicySubjects.of(definition.guardrails(), components(), resources, graph);
    }

    /** The objects that are there. */
    PolicySubjects present(ResourceGraph graph, State state) {
        return present(graph, state, Map.of(), List.of());
    }

    /**
     * The objects that are there.
     *
     * @param others the attributes of those that are looked at as they were at another time
     * @param added the objects that somebody put in or on them
     */
    PolicySubjects present(ResourceGraph graph, State state, Map<Address, MapValue> others, List<AddedObject> added) {
        List<PolicySubject> resources = new ArrayList<>();
        state.instances().keySet().forEach(address -> state.current(address)
                .ifPresent(object -> resources.add(
                        present(address, object.provider().key(), others.getOrDefault(address, object.attributes())))));
        Map<Address, Address> parents = new HashMap<>();
        for (AddedObject object : added) {
            state.current(object.parent())
                    .flatMap(parent -> added(object, parent.provider().key()))
                    .ifPresent(subject -> {
                        resources.add(subject);
                        parents.put(object.address(), object.parent());
                    });
        }
        return PolicySubjects.of(definition.guardrails(), components(), resources, graph)
                .withParents(parents);
    }

    /** Of an object whose type is known; attributes that its list did not tell are unknown. */
    private Optional<PolicySubject> added(AddedObject object, ProviderKey provider) {
        return types.apply(object.object().type()).map(type -> {
            Map<String, Value> attributes = new LinkedHashMap<>();
            type.schema().names().forEach(name -> attributes.put(name, Value.unknown()));
            attributes.putAll(object.object().attributes().entries());
            return present(object.address(), provider, new MapValue(attributes));
        });
    }

    /** Tells whether the definition says in so many words what something is about. */
    boolean isWritten(Optional<Address> scope, Optional<String> attribute) {
        return scope.map(declared::get)
                .filter(resource -> attribute
                        .map(PolicySubject::first)
                        .filter(resource.arguments()::containsKey)
                        .isPresent())
                .isPresent();
    }

    /** The components alone, for a definition of which nothing is planned. */
    PolicySubjects declared(ResourceGraph graph) {
        return PolicySubjects.of(definition.guardrails(), components(), List.of(), graph);
    }

    /** An object that stays as it is. */
    private PolicySubject present(Address address, ProviderKey provider, MapValue attributes) {
        return resource(address, provider, attributes, false, Optional.of(unchanged(address, provider, attributes)));
    }

    private static ResourceChange unchanged(Address address, ProviderKey provider, MapValue attributes) {
        return new ResourceChange(
                address,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                provider,
                Action.NO_OP,
                ActionReason.NONE,
                attributes,
                attributes,
                List.of(),
                List.of(),
                false);
    }

    private PolicySubject resource(
            Address address, ProviderKey provider, MapValue attributes, boolean ends, Optional<ResourceChange> change) {
        Optional<? extends ReadableType> type = types.apply(address.last().type());
        Optional<ResourceDeclaration> declaration = Optional.ofNullable(declared.get(address));
        boolean holdsData =
                type.map(known -> known.holdsData(data(attributes, change))).orElse(false);
        return new PolicySubject(
                address,
                attributes,
                ends
                        ? List.of()
                        : type.map(known -> known.facts(ownPart(known, attributes, declaration)))
                                .orElse(List.of()),
                region(address, provider),
                holdsData,
                change,
                declaration,
                declaration.map(ResourceDeclaration::range));
    }

    /**
     * The attributes without those that list objects of types of their own, such as the rules of a group, where the definition
     * leaves them open: these objects are told themselves.
     */
    private MapValue ownPart(ReadableType type, MapValue attributes, Optional<ResourceDeclaration> declaration) {
        MapValue own = attributes;
        for (String name : lists.computeIfAbsent(type.name(), absent -> lists(type))) {
            if (declaration.isEmpty() || !declaration.get().arguments().containsKey(name)) {
                own = own.with(name, Value.ofNull());
            }
        }
        return own;
    }

    private static List<String> lists(ReadableType type) {
        return type.schema().attributes().values().stream()
                .filter(Attribute::listsParts)
                .map(Attribute::name)
                .toList();
    }

    /** The attributes that tell whether there is data: those of the object that is there, where there is one. */
    private static MapValue data(MapValue attributes, Optional<ResourceChange> change) {
        return change.filter(planned -> planned.before().unmarked() instanceof MapValue)
                .map(planned -> (MapValue) planned.before().unmarked())
                .orElse(attributes);
    }

    private List<PolicySubject> components() {
        return definition.components().stream().map(this::component).toList();
    }

    private PolicySubject component(ComponentDeclaration component) {
        Address address = component.address();
        MapValue given = inputs.getOrDefault(address, MapValue.EMPTY);
        return new PolicySubject(
                address,
                given,
                ComponentFacts.of(address.last().kind(), given, around(address)),
                region(address, new ProviderKey("", "")),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(component.range()));
    }

    /** The inputs with defaults; what refers to resources is unknown. */
    private MapValue inputs(ComponentDeclaration component) {
        Map<String, Value> written = new LinkedHashMap<>();
        component.inputs().forEach((name, value) -> written.put(name, value(value)));
        ComponentType type = Components.find(component.address().last().kind());
        if (type == null) {
            return new MapValue(written);
        }
        try {
            return BlockEvaluator.complete(type.inputs(), new MapValue(written));
        } catch (DiagnosticsException incomplete) {
            // Its problems are reported where it is built.
            return new MapValue(written);
        }
    }

    private Value value(Expression expression) {
        try {
            return constants.evaluate(expression);
        } catch (DiagnosticsException failed) {
            return Value.unknown();
        }
    }

    private MapValue around(Address address) {
        Optional<Address> around = address.parent();
        while (around.isPresent()) {
            if (around.get().last().kind().equals(REGION)) {
                return inputs.getOrDefault(around.get(), MapValue.EMPTY);
            }
            around = around.get().parent();
        }
        return MapValue.EMPTY;
    }

    /** The region that a provider's configuration names, else the one around. */
    private Optional<Value> region(Address address, ProviderKey provider) {
        return providerRegions.computeIfAbsent(provider, this::ofProvider).or(() -> enclosing(address));
    }

    private Optional<Value> ofProvider(ProviderKey key) {
        ProviderDeclaration declaration = definition.providers().get(key);
        Optional<Value> written = Optional.ofNullable(declaration)
                .map(block -> block.arguments().get(REGION))
                .map(argument -> value(argument.value()))
                .filter(value -> !value.isUnknown() && !value.isNull());
        return written.or(() -> Optional.of(key.configuration())
                .filter(alias -> PoliticalAreas.of(alias).isPresent())
                .map(Value::of));
    }

    private static Optional<Value> enclosing(Address address) {
        return address.steps().stream()
                .filter(step -> step.kind().equals(REGION))
                .map(step -> Value.of(String.valueOf(step.label())))
                .findFirst();
    }
}
