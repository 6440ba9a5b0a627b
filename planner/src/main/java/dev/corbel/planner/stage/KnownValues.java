package dev.corbel.planner.stage;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.Condition;
import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.dsl.stage.Answer;
import dev.corbel.planner.object.BlockEvaluator;
import dev.corbel.planner.object.DataAttributes;
import dev.corbel.planner.object.DiagnosticsLocation;
import dev.corbel.planner.provider.ProviderConfigurations;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one evaluation as they are known before anything is planned: resources as they are configured, data sources as
 * they are read. What follows from state or from what providers compute is unknown, so that a fresh environment is
 * planned as an old one is.
 */
final class KnownValues implements Evaluation.Scope {
    private final Definition definition;
    private final ProviderCatalog catalog;
    private final ProviderConfigurations providers;
    private final Function<Question, Optional<MapValue>> lookup;
    private final Map<Address, ResourceDeclaration> resources = new HashMap<>();
    private final Map<Address, DataDeclaration> dataSources = new HashMap<>();
    private final Map<Address, Value> known = new ConcurrentHashMap<>();

    /** A data source to read, with all that it is read with. */
    record Question(
            Definition definition,
            Address address,
            DataSourceType type,
            ProviderKey provider,
            MapValue providerConfiguration,
            MapValue configuration) {}

    /** @param lookup reads a data source; gives nothing where none is read */
    KnownValues(Definition definition, ProviderCatalog catalog, Function<Question, Optional<MapValue>> lookup) {
        this.definition = definition;
        this.catalog = catalog;
        this.providers = new ProviderConfigurations(definition, catalog);
        this.lookup = lookup;
        definition.resources().forEach(resource -> resources.put(resource.address(), resource));
        definition.dataSources().forEach(data -> dataSources.put(data.address(), data));
    }

    /** The data sources that the expressions lead to and that refer to nothing, to be read beside each other. */
    Set<Address> standingAlone(List<Expression> wanted) {
        Set<Address> seen = new LinkedHashSet<>();
        wanted.forEach(expression -> expression.forEachReference(reference -> reach(reference.target(), seen)));
        seen.removeIf(address -> {
            @Nullable DataDeclaration data = dataSources.get(address);
            return data == null || !needs(data).isEmpty();
        });
        return seen;
    }

    private void reach(Address address, Set<Address> seen) {
        @Nullable DataDeclaration data = dataSources.get(address);
        if (seen.add(address) && data != null) {
            needs(data).forEach(other -> reach(other, seen));
        }
    }

    /** What a data source or the configuration of its provider refers to. */
    private List<Address> needs(DataDeclaration data) {
        List<Address> needed = new ArrayList<>(data.dependsOn());
        addReferences(data.arguments().values(), needed);
        for (Condition condition : data.lifecycle().preconditions()) {
            condition.condition().forEachReference(reference -> needed.add(reference.target()));
            condition.message().forEachReference(reference -> needed.add(reference.target()));
        }
        @Nullable ProviderDeclaration provider = definition.providers().get(data.provider());
        if (provider != null) {
            addReferences(provider.arguments().values(), needed);
        }
        return needed;
    }

    private static void addReferences(Collection<Argument> arguments, List<Address> needed) {
        arguments.forEach(argument -> argument.value().forEachReference(reference -> needed.add(reference.target())));
    }

    /** The resource that a data source needs, at any depth; null where it needs none. */
    private @Nullable Address managedBehind(Address data) {
        Set<Address> seen = new LinkedHashSet<>();
        reach(data, seen);
        return seen.stream().filter(resources::containsKey).findFirst().orElse(null);
    }

    @Override
    public Value valueOf(Address target) {
        @Nullable Value earlier = known.get(target);
        if (earlier != null) {
            return earlier;
        }
        Value value = found(target);
        known.put(target, value);
        return value;
    }

    private Value found(Address target) {
        @Nullable ResourceDeclaration resource = resources.get(target);
        if (resource != null) {
            Optional<ResourceType> type = catalog.resourceType(target.last().type());
            return type.<Value>map(found -> DataAttributes.before(
                            found.schema(),
                            new BlockEvaluator(this)
                                    .evaluate(
                                            found.schema(),
                                            resource.arguments(),
                                            target,
                                            Optional.of(resource.range()))))
                    .orElseGet(Value::unknown);
        }
        @Nullable DataDeclaration data = dataSources.get(target);
        Optional<DataSourceType> type = data == null
                ? Optional.empty()
                : catalog.dataSourceType(target.last().type());
        return type.isEmpty() || data == null ? Value.unknown() : data(data, type.get());
    }

    private Value data(DataDeclaration data, DataSourceType type) {
        MapValue configuration = new BlockEvaluator(this)
                .evaluate(type.schema(), data.arguments(), data.address(), Optional.of(data.range()));
        Optional<MapValue> read = Optional.empty();
        if (configuration.isWhollyKnown() && managedBehind(data.address()) == null) {
            MapValue provider = providers.evaluate(data.provider(), this);
            if (provider.isWhollyKnown()) {
                read = look(
                        data, new Question(definition, data.address(), type, data.provider(), provider, configuration));
            }
        }
        return read.orElseGet(() -> DataAttributes.before(type.schema(), configuration));
    }

    private Optional<MapValue> look(DataDeclaration data, Question question) {
        try {
            return lookup.apply(question);
        } catch (DiagnosticsException failure) {
            throw DiagnosticsLocation.located(failure, data.address(), data.range());
        }
    }

    /** What is known of an expression. */
    Answer answer(Expression expression) {
        Value value = new Evaluation(this).evaluate(expression);
        Value bare = value.unmarked();
        if (bare.isWhollyKnown() || bare instanceof ListValue || bare instanceof MapValue) {
            return new Answer.Known(value);
        }
        List<Answer> reasons = new ArrayList<>();
        expression.forEachReference(reference -> reason(reference).ifPresent(reasons::add));
        return reasons.isEmpty() ? new Answer.Later() : reasons.get(0);
    }

    private Optional<Answer> reason(Expression.Reference reference) {
        Address target = reference.target();
        if (new Evaluation(this).evaluate(reference).isWhollyKnown()) {
            return Optional.empty();
        }
        if (resources.containsKey(target)) {
            return Optional.of(new Answer.Never("It is not known before " + target
                    + " is applied, and a fresh environment is planned as an old one is."));
        }
        @Nullable Address managed = dataSources.containsKey(target) ? managedBehind(target) : null;
        return managed == null
                ? Optional.empty()
                : Optional.of(new Answer.Never(target + " needs " + managed + ", which this environment manages."));
    }
}
