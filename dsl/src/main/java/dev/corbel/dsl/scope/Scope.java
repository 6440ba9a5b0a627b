package dev.corbel.dsl.scope;

import dev.corbel.dsl.component.ComponentType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scope that declarations stand in: the environment itself, a component or a module. Names are looked up from the
 * inside out, up to the environment or the module around.
 */
public final class Scope {
    private final @Nullable Scope parent;
    private final @Nullable Scope around;
    private final @Nullable Address address;
    private final @Nullable ComponentType component;
    private final Variables variables;
    private final String file;
    private final @Nullable SourceRange range;
    private final @Nullable Decider decider;

    private final Map<String, Map<String, ResourceGroup>> resources = new LinkedHashMap<>();
    private final Map<String, Map<String, Scope>> components = new LinkedHashMap<>();
    private final Map<String, Scope> modules = new LinkedHashMap<>();
    private final Map<String, Output> outputs = new LinkedHashMap<>();
    private final Map<String, OtherEnvironment> environments = new LinkedHashMap<>();
    private Map<String, DeclaredValue.Written> inputs = Map.of();
    private boolean finished;
    private @Nullable Expanded blueprint;
    private List<Scope> hosts = List.of();
    private boolean withoutPlace;

    /** The contents of {@code output(name) { … }}. */
    public record Output(
            String name,
            @Nullable Object value,
            String description,
            boolean sensitive,
            List<?> dependsOn,
            SourceRange range,
            SourceRange valueRange) {}

    /** The blueprint that a component was built from. */
    public record Expanded(String file, int version) {}

    private Scope(
            @Nullable Scope parent,
            @Nullable Scope around,
            @Nullable Address address,
            @Nullable ComponentType component,
            Variables variables,
            String file,
            @Nullable SourceRange range,
            @Nullable Decider decider) {
        this.parent = parent;
        this.around = around;
        this.address = address;
        this.component = component;
        this.variables = variables;
        this.file = file;
        this.range = range;
        this.decider = decider;
    }

    public static Scope environment(Variables variables, String file) {
        return environment(variables, file, null);
    }

    /**
     * The scope of an environment.
     *
     * @param decider of all scopes inside; null where no reference may decide
     */
    public static Scope environment(Variables variables, String file, @Nullable Decider decider) {
        return new Scope(null, null, null, null, variables, file, null, decider);
    }

    public Scope component(ComponentType type, @Nullable String label, SourceRange where) {
        Step step = new Step(type.kind(), label, null);
        Scope inner = new Scope(this, this, within(step), type, variables, file, where, decider);
        components.computeIfAbsent(type.kind(), kind -> new LinkedHashMap<>()).put(label == null ? "" : label, inner);
        return inner;
    }

    /** A module sees no names of the scope that it is used in; it takes the provider of the region around all the same. */
    public Scope module(String name, Variables itsVariables, String itsFile, SourceRange where) {
        Scope inner = new Scope(
                null, this, within(new Step("module", name, null)), null, itsVariables, itsFile, where, decider);
        modules.put(name, inner);
        return inner;
    }

    public Address within(Step step) {
        return address == null ? new Address(List.of(step)) : address.child(step);
    }

    /** The label; null for a component without one. */
    @Nullable
    public String label() {
        return address == null ? null : address.last().label();
    }

    public boolean isKind(String kind) {
        return component != null && component.kind().equals(kind);
    }

    /** Tells whether it is a component that has such an input. */
    public boolean takes(String input) {
        return component != null && component.inputs().names().contains(input);
    }

    /** The nearest scope of a component kind, this one first. */
    public Optional<Scope> enclosing(String kind) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.isKind(kind)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }

    /** The region that all this stands in, be it outside of the module. */
    public Optional<Scope> region() {
        return standsIn("region");
    }

    /** The nearest scope of a component kind, this one first, be it outside of the module. */
    public Optional<Scope> standsIn(String kind) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            if (scope.isKind(kind)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }

    /** The environment that all this stands in. */
    public Scope outermost() {
        Scope scope = this;
        while (scope.around != null) {
            scope = scope.around;
        }
        return scope;
    }

    /** The other environments that are read from here, by their names; of the outermost scope. */
    public Map<String, OtherEnvironment> environments() {
        return environments;
    }

    public void finish(Map<String, DeclaredValue.Written> written) {
        inputs = written;
        finished = true;
    }

    boolean isFinished() {
        return finished;
    }

    public Map<String, DeclaredValue.Written> inputs() {
        return inputs;
    }

    /** Puts what the component declares on hosts, in this order. */
    public void placeOn(List<Scope> places) {
        hosts = List.copyOf(places);
    }

    /** The hosts that it was put on. */
    List<Scope> hosts() {
        return hosts;
    }

    /** Notes that there is no place for it, so that it is not built. */
    public void leaveWithoutPlace() {
        withoutPlace = true;
    }

    public boolean isWithoutPlace() {
        return withoutPlace;
    }

    public void expandedBy(Expanded expansion) {
        blueprint = expansion;
    }

    public Optional<Expanded> blueprint() {
        return Optional.ofNullable(blueprint);
    }

    @Nullable
    public Decider decider() {
        return decider;
    }

    @Nullable
    public Scope parent() {
        return parent;
    }

    @Nullable
    public Address address() {
        return address;
    }

    @Nullable
    public ComponentType type() {
        return component;
    }

    public Variables variables() {
        return variables;
    }

    public String file() {
        return file;
    }

    @Nullable
    public SourceRange range() {
        return range;
    }

    public Map<String, Map<String, ResourceGroup>> resources() {
        return resources;
    }

    public Map<String, Map<String, Scope>> components() {
        return components;
    }

    public Map<String, Scope> modules() {
        return modules;
    }

    public Map<String, Output> outputs() {
        return outputs;
    }

    /** The scopes directly inside: components, then modules. */
    public List<Scope> children() {
        List<Scope> children = new java.util.ArrayList<>();
        components.values().forEach(byLabel -> children.addAll(byLabel.values()));
        children.addAll(modules.values());
        return children;
    }

    /** The name of the scope in messages. */
    public String title() {
        if (address == null) {
            return "the environment";
        }
        String label = address.last().label();
        return address.last().kind() + (label == null ? "" : " \"" + label + "\"");
    }
}
