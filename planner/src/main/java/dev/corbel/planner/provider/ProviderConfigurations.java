package dev.corbel.planner.provider;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.planner.object.BlockEvaluator;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ProviderRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Evaluates the provider blocks of a definition, and says which part of a configuration state may keep. */
public final class ProviderConfigurations {
    private final Definition definition;
    private final ProviderCatalog catalog;

    public ProviderConfigurations(Definition definition, ProviderCatalog catalog) {
        this.definition = definition;
        this.catalog = catalog;
    }

    /** Tells whether the definition has this configuration; resources that lost it are reached by what state recorded. */
    public boolean declares(ProviderKey key) {
        return definition.providers().containsKey(key);
    }

    /**
     * The configuration of this key with defaults and marks; unknown in places, where it refers to what is not known yet.
     * A key that the definition does not declare has the defaults.
     *
     * @throws DiagnosticsException where it does not fit the provider's schema, or there is no such provider
     */
    public MapValue evaluate(ProviderKey key, Evaluation.Scope scope) {
        Optional<ProviderDeclaration> declaration =
                Optional.ofNullable(definition.providers().get(key));
        Map<String, Argument> arguments =
                declaration.map(ProviderDeclaration::arguments).orElse(Map.of());
        Optional<SourceRange> range = declaration.flatMap(ProviderDeclaration::range);
        MapValue configuration = new BlockEvaluator(scope).evaluate(schema(key), arguments, null, range);
        checkLocation(key, configuration, arguments, range);
        return configuration;
    }

    /** State records where a provider points, so that objects there are not forgotten when it points elsewhere. */
    private void checkLocation(
            ProviderKey key, MapValue configuration, Map<String, Argument> arguments, Optional<SourceRange> range) {
        for (Attribute attribute : schema(key).attributes().values()) {
            if (attribute.isLocation() && configuration.get(attribute.name()).containsSensitive()) {
                @Nullable Argument argument = arguments.get(attribute.name());
                throw new DiagnosticsException(Diagnostic.error(
                                "\"" + attribute.name() + "\" of provider \"" + key + "\" must not be sensitive",
                                "It says where the provider's objects are, which state has to record: without it they would be lost where it changes.")
                        .at(argument == null ? range.orElse(null) : argument.range())
                        .withHint("Take sensitive = true away from what it refers to."));
            }
        }
    }

    /** Tells whether a configuration refers to no instance. */
    public boolean standsAlone(ProviderKey key) {
        AtomicBoolean refers = new AtomicBoolean();
        forEachReference(key, attribute -> true, reference -> refers.set(true));
        return !refers.get();
    }

    /** Hands over what the attributes that decide where a provider points refer to. */
    public void forEachReferenceOfLocation(ProviderKey key, Consumer<Expression.Reference> consumer) {
        Schema schema = schema(key);
        forEachReference(
                key,
                name -> {
                    @Nullable Attribute attribute = schema.attribute(name);
                    return attribute != null && attribute.isLocation();
                },
                consumer);
    }

    private void forEachReference(
            ProviderKey key, Predicate<String> selected, Consumer<Expression.Reference> consumer) {
        @Nullable ProviderDeclaration declaration = definition.providers().get(key);
        if (declaration != null) {
            declaration.arguments().forEach((name, argument) -> {
                if (selected.test(name)) {
                    argument.value().forEachReference(consumer);
                }
            });
        }
    }

    /** The record of a configuration in state: everything but sensitive values and those that are never stored. */
    public ProviderRecord record(ProviderKey key, Session session, MapValue configuration) {
        return new ProviderRecord(key, session.settled(withoutSecrets(schema(key), configuration)));
    }

    /**
     * The configuration to reach an object with that stands where its provider no longer points: as it was recorded, with
     * the secrets of today, since none are recorded.
     *
     * @throws DiagnosticsException where that is not enough
     */
    public MapValue completeWith(ProviderRecord record, MapValue declared) {
        Map<String, Value> complete = new LinkedHashMap<>(record.configuration().entries());
        for (Attribute attribute : schema(record.key()).attributes().values()) {
            Value value = declared.get(attribute.name());
            boolean secret = attribute.isSensitive() || attribute.isWriteOnly() || value.containsSensitive();
            if (secret && value.isWhollyKnown()) {
                complete.putIfAbsent(attribute.name(), value);
            }
        }
        return complete(new ProviderRecord(record.key(), Value.map(complete)));
    }

    /**
     * The configuration to reach an object with whose provider block is gone.
     *
     * @throws DiagnosticsException where what was recorded is not enough
     */
    public MapValue complete(ProviderRecord record) {
        try {
            return BlockEvaluator.complete(schema(record.key()), record.configuration());
        } catch (DiagnosticsException missing) {
            throw new DiagnosticsException(
                    Diagnostic.error(
                                    "The configuration of provider \"" + record.key() + "\" is gone",
                                    "State still has objects of it, but does not keep secrets. " + missing.getMessage()
                                            + ".")
                            .withHint("Put the provider block back until these objects are deleted."),
                    missing);
        }
    }

    private Schema schema(ProviderKey key) {
        return Sessions.provider(catalog, key.provider()).configuration();
    }

    private static MapValue withoutSecrets(Schema schema, MapValue configuration) {
        Map<String, Value> open = new LinkedHashMap<>();
        for (Attribute attribute : schema.attributes().values()) {
            Value value = configuration.get(attribute.name());
            boolean secret = attribute.isSensitive() || attribute.isWriteOnly() || value.containsSensitive();
            if (!secret && !value.isNull() && value.isWhollyKnown()) {
                open.put(attribute.name(), value);
            }
        }
        for (BlockType block : schema.blocks().values()) {
            Value value = configuration.get(block.name());
            if (value instanceof MapValue map) {
                open.put(block.name(), withoutSecrets(block.schema(), map));
            } else if (value.isWhollyKnown() && !value.isNull() && !value.containsSensitive()) {
                open.put(block.name(), value);
            }
        }
        return Value.map(open);
    }
}
