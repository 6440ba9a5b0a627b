package dev.corbel.planner.apply;

import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.planner.object.BlockEvaluator;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ProviderRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way to each provider while operations run. A configuration is evaluated when it is first needed; by then all that
 * it depends on is done.
 */
final class ProviderAccess {
    private final Map<ProviderKey, ProviderDeclaration> declarations;
    private final ProviderCatalog catalog;
    private final Sessions sessions;
    private final InstanceValues values;
    private final Map<ProviderKey, Access> open = new ConcurrentHashMap<>();

    /**
     * An open provider.
     *
     * @param configuration with defaults and marks
     * @param stored what is kept of it with every object
     */
    record Access(Session session, MapValue configuration, ProviderRecord stored) {}

    ProviderAccess(
            Map<ProviderKey, ProviderDeclaration> declarations,
            ProviderCatalog catalog,
            Sessions sessions,
            InstanceValues values) {
        this.declarations = declarations;
        this.catalog = catalog;
        this.sessions = sessions;
        this.values = values;
    }

    /** As the definition configures it; a {@link DiagnosticsException} where that does not lead to a session. */
    Access declared(ProviderKey key) {
        Access known = open.get(key);
        if (known != null) {
            return known;
        }
        Access access = access(key, configuration(key));
        open.put(key, access);
        return access;
    }

    /** As the definition configures it, else as the object was recorded with. */
    Access of(ProviderRecord record) {
        if (declarations.containsKey(record.key())) {
            return declared(record.key());
        }
        Session session = sessions.open(record.key().provider(), record.configuration());
        return new Access(session, record.configuration(), record);
    }

    private Access access(ProviderKey key, MapValue configuration) {
        Session session = sessions.open(key.provider(), configuration);
        return new Access(session, configuration, new ProviderRecord(key, withoutSecrets(key, configuration)));
    }

    private MapValue configuration(ProviderKey key) {
        ProviderDeclaration declaration = declarations.get(key);
        if (declaration == null) {
            return MapValue.EMPTY;
        }
        MapValue configuration =
                new BlockEvaluator(values).evaluate(schema(key), declaration.arguments(), null, declaration.range());
        if (!configuration.isWhollyKnown()) {
            throw new DiagnosticsException(Diagnostic.error(
                            "The configuration of provider \"" + key + "\" is not known",
                            "It depends on something that was not applied.")
                    .at(declaration.range().orElse(null)));
        }
        return configuration;
    }

    private Schema schema(ProviderKey key) {
        return catalog.provider(key.provider()).map(Provider::configuration).orElse(Schema.EMPTY);
    }

    private MapValue withoutSecrets(ProviderKey key, MapValue configuration) {
        Schema schema = schema(key);
        Map<String, Value> kept = new LinkedHashMap<>();
        configuration.entries().forEach((name, value) -> {
            Attribute attribute = schema.attribute(name);
            boolean secret = value.containsSensitive()
                    || (attribute != null && (attribute.isSensitive() || attribute.isWriteOnly()));
            if (!secret && !value.isNull()) {
                kept.put(name, value);
            }
        });
        return Value.map(kept);
    }
}
