package dev.corbel.planner.apply;

import dev.corbel.planner.provider.ProviderConfigurations;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.model.ProviderRecord;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way to each provider while operations run. A configuration is evaluated when it is first needed; by then all that
 * it depends on is done.
 */
final class ProviderAccess {
    private final ProviderConfigurations configurations;
    private final Sessions sessions;
    private final InstanceValues values;
    private final Map<ProviderKey, Access> declared = new ConcurrentHashMap<>();
    private final Map<ProviderRecord, Access> recorded = new ConcurrentHashMap<>();

    /**
     * An open provider.
     *
     * @param configuration with defaults and marks
     * @param stored what is kept of it with every object
     */
    record Access(Session session, MapValue configuration, ProviderRecord stored) {}

    ProviderAccess(ProviderConfigurations configurations, Sessions sessions, InstanceValues values) {
        this.configurations = configurations;
        this.sessions = sessions;
        this.values = values;
    }

    /** As the definition configures it; a {@link DiagnosticsException} where that does not lead to a session. */
    Access declared(ProviderKey key) {
        Access known = declared.get(key);
        if (known != null) {
            return known;
        }
        MapValue configuration = configurations.evaluate(key, values);
        if (!configuration.isWhollyKnown()) {
            throw new DiagnosticsException(Diagnostic.error(
                    "The configuration of provider \"" + key + "\" is not known",
                    "It comes from something that was not applied: left out of this plan, or not there."));
        }
        Access access = open(configuration, configurations.record(key, configuration));
        declared.put(key, access);
        return access;
    }

    /** The way to an object of state: as the definition configures it, else as the object was recorded with. */
    Access of(ProviderRecord record) {
        if (declared.containsKey(record.key())
                || (configurations.declares(record.key())
                        && configurations.evaluate(record.key(), values).isWhollyKnown())) {
            return declared(record.key());
        }
        Access access = recorded.get(record);
        if (access == null) {
            access = open(configurations.complete(record), record);
            recorded.put(record, access);
        }
        return access;
    }

    private Access open(MapValue configuration, ProviderRecord stored) {
        return new Access(sessions.open(stored.key().provider(), configuration), configuration, stored);
    }
}
