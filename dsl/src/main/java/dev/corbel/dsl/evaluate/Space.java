package dev.corbel.dsl.evaluate;

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
 * A place that declarations stand in: the environment itself, a component or a module. Names are looked up from the
 * inside out, up to the environment or the module around.
 */
final class Space {
    private final @Nullable Space parent;
    private final @Nullable Space around;
    private final @Nullable Address address;
    private final @Nullable ComponentType component;
    private final Variables variables;
    private final String file;
    private final @Nullable SourceRange range;

    private final Map<String, Map<String, ResourceGroup>> resources = new LinkedHashMap<>();
    private final Map<String, Map<String, Space>> components = new LinkedHashMap<>();
    private final Map<String, Space> modules = new LinkedHashMap<>();
    private final Map<String, Output> outputs = new LinkedHashMap<>();
    private Map<String, Raw.Written> inputs = Map.of();
    private boolean finished;
    private @Nullable Expanded blueprint;

    /** What {@code output(name) { … }} said. */
    record Output(
            String name,
            @Nullable Object value,
            String description,
            boolean sensitive,
            List<?> dependsOn,
            SourceRange range,
            SourceRange valueRange) {}

    /** The blueprint that a component was built from. */
    record Expanded(String file, int version) {}

    private Space(
            @Nullable Space parent,
            @Nullable Space around,
            @Nullable Address address,
            @Nullable ComponentType component,
            Variables variables,
            String file,
            @Nullable SourceRange range) {
        this.parent = parent;
        this.around = around;
        this.address = address;
        this.component = component;
        this.variables = variables;
        this.file = file;
        this.range = range;
    }

    static Space environment(Variables variables, String file) {
        return new Space(null, null, null, null, variables, file, null);
    }

    Space component(ComponentType type, @Nullable String label, SourceRange where) {
        Step step = new Step(type.kind(), label, null);
        Space inner = new Space(this, this, within(step), type, variables, file, where);
        components.computeIfAbsent(type.kind(), kind -> new LinkedHashMap<>()).put(label == null ? "" : label, inner);
        return inner;
    }

    /** A module sees no names of the place that it is used in; it takes the provider of the region around all the same. */
    Space module(String name, Variables itsVariables, String itsFile, SourceRange where) {
        Space inner = new Space(null, this, within(new Step("module", name, null)), null, itsVariables, itsFile, where);
        modules.put(name, inner);
        return inner;
    }

    Address within(Step step) {
        return address == null ? new Address(List.of(step)) : address.child(step);
    }

    /** The label; null for a component without one. */
    @Nullable
    String label() {
        return address == null ? null : address.last().label();
    }

    boolean isKind(String kind) {
        return component != null && component.kind().equals(kind);
    }

    /** The nearest place of a component kind, this one first. */
    Optional<Space> enclosing(String kind) {
        for (Space space = this; space != null; space = space.parent) {
            if (space.isKind(kind)) {
                return Optional.of(space);
            }
        }
        return Optional.empty();
    }

    /** The region that all this stands in, be it outside of the module. */
    Optional<Space> region() {
        for (Space space = this; space != null; space = space.around) {
            if (space.isKind("region")) {
                return Optional.of(space);
            }
        }
        return Optional.empty();
    }

    void finish(Map<String, Raw.Written> written) {
        inputs = written;
        finished = true;
    }

    boolean isFinished() {
        return finished;
    }

    Map<String, Raw.Written> inputs() {
        return inputs;
    }

    void expandedBy(Expanded expansion) {
        blueprint = expansion;
    }

    Optional<Expanded> blueprint() {
        return Optional.ofNullable(blueprint);
    }

    @Nullable
    Space parent() {
        return parent;
    }

    @Nullable
    Address address() {
        return address;
    }

    @Nullable
    ComponentType type() {
        return component;
    }

    Variables variables() {
        return variables;
    }

    String file() {
        return file;
    }

    @Nullable
    SourceRange range() {
        return range;
    }

    Map<String, Map<String, ResourceGroup>> resources() {
        return resources;
    }

    Map<String, Map<String, Space>> components() {
        return components;
    }

    Map<String, Space> modules() {
        return modules;
    }

    Map<String, Output> outputs() {
        return outputs;
    }

    /** Everything in here that is a place itself: components, then modules. */
    List<Space> children() {
        List<Space> children = new java.util.ArrayList<>();
        components.values().forEach(byLabel -> children.addAll(byLabel.values()));
        children.addAll(modules.values());
        return children;
    }

    /** How messages call this. */
    String title() {
        if (address == null) {
            return "the environment";
        }
        String label = address.last().label();
        return address.last().kind() + (label == null ? "" : " \"" + label + "\"");
    }
}
