package dev.corbel.planner.testing;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.Condition;
import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.dsl.model.PreventDestroy;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds one declared resource. The line of each argument is the line of the block plus its position. */
public final class Declared {
    private final Address address;
    private final int line;
    private final Map<String, Argument> arguments = new LinkedHashMap<>();
    private final List<Address> dependsOn = new ArrayList<>();
    private final List<ValuePath> ignored = new ArrayList<>();
    private final List<Expression.Reference> triggers = new ArrayList<>();
    private final List<Condition> preconditions = new ArrayList<>();
    private final List<Condition> postconditions = new ArrayList<>();
    private boolean createBeforeDestroy;
    private Optional<PreventDestroy> preventDestroy = Optional.empty();
    private ProviderKey provider;

    Declared(Address address, int line) {
        this.address = address;
        this.line = line;
        this.provider = ProviderKey.of(address.last().type().replaceAll("_.*", ""));
    }

    public Declared with(String name, Expression value) {
        arguments.put(name, new Argument(value, range(arguments.size() + 1)));
        return this;
    }

    public Declared with(String name, Value value) {
        return with(name, Expression.of(value));
    }

    public Declared with(String name, String text) {
        return with(name, Value.of(text));
    }

    /** Refers to an attribute of a resource. */
    public Declared with(String name, String target, String attribute) {
        return with(name, Fixture.reference(target, attribute));
    }

    public Declared dependsOn(String target) {
        dependsOn.add(Fixture.address(target));
        return this;
    }

    public Declared createBeforeDestroy() {
        createBeforeDestroy = true;
        return this;
    }

    public Declared preventDestroy(boolean prevented) {
        preventDestroy = Optional.of(new PreventDestroy(prevented, range(22)));
        return this;
    }

    public Declared ignoring(ValuePath path) {
        ignored.add(path);
        return this;
    }

    public Declared replacedWith(String target, String... path) {
        triggers.add(new Expression.Reference(Fixture.address(target), ValuePath.of(path), Optional.empty()));
        return this;
    }

    public Declared requiring(Expression condition, String message) {
        preconditions.add(new Condition(condition, Expression.of(Value.of(message)), range(20)));
        return this;
    }

    public Declared promising(Expression condition, String message) {
        postconditions.add(new Condition(condition, Expression.of(Value.of(message)), range(21)));
        return this;
    }

    public Declared at(String alias) {
        provider = new ProviderKey(provider.provider(), alias);
        return this;
    }

    private SourceRange range(int offset) {
        return SourceRange.at("environments/test.groovy", line + offset, 5);
    }

    ResourceDeclaration declaration() {
        return new ResourceDeclaration(
                address,
                provider,
                arguments,
                new Lifecycle(createBeforeDestroy, preventDestroy, ignored, triggers, preconditions, postconditions),
                dependsOn,
                Map.of(),
                SourceRange.at("environments/test.groovy", line, 1));
    }
}
