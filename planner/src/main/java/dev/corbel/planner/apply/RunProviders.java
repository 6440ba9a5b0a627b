package dev.corbel.planner.apply;

import dev.corbel.planner.provider.ProviderConfigurations;
import dev.corbel.planner.provider.ProviderLocations;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.model.ProviderRecord;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way to each provider while operations run. A configuration is evaluated when something is first made with it; by
 * then all that it depends on is done. What is deleted may go before that.
 */
final class RunProviders {
    private final ProviderConfigurations configurations;
    private final Sessions sessions;
    private final InstanceValues values;
    private final Map<ProviderKey, Access> declared = new ConcurrentHashMap<>();
    private final Map<ProviderRecord, Access> recorded = new ConcurrentHashMap<>();
    private final ProviderLocations places;

    /**
     * An open provider.
     *
     * @param configuration with defaults and marks
     * @param stored what is kept of it with every object
     */
    record Access(Session session, MapValue configuration, ProviderRecord stored) {}

    RunProviders(ProviderConfigurations configurations, Sessions sessions, InstanceValues values) {
        this.configurations = configurations;
        this.sessions = sessions;
        this.values = values;
        this.places = new ProviderLocations(sessions);
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
        Access access = open(key, configuration);
        declared.put(key, access);
        return access;
    }

    /**
     * The way to an object of state: as the definition configures it, or as the object was recorded with where that is not
     * known or points elsewhere.
     */
    Access of(ProviderRecord record) {
        Optional<Access> now = asDeclared(record.key());
        if (now.isPresent() && !isElsewhere(record, now.get())) {
            return now.get();
        }
        Access access = recorded.get(record);
        if (access == null) {
            MapValue configuration = now.isPresent()
                    ? configurations.completeWith(record, now.get().configuration())
                    : configurations.complete(record);
            access = new Access(sessions.open(record.key().provider(), configuration), configuration, record);
            recorded.put(record, access);
        }
        return access;
    }

    /** Tells whether an object that was recorded with one configuration is not where another one points. */
    boolean isElsewhere(ProviderRecord record, Access now) {
        return places.differ(record, now.stored(), now.session());
    }

    /** As the definition configures it at this moment, which need not be the last word; empty where that is not known. */
    private Optional<Access> asDeclared(ProviderKey key) {
        Access known = declared.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        if (!configurations.declares(key)) {
            return Optional.empty();
        }
        if (configurations.standsAlone(key)) {
            return Optional.of(declared(key));
        }
        MapValue configuration = configurations.evaluate(key, values);
        return configuration.isWhollyKnown() ? Optional.of(open(key, configuration)) : Optional.empty();
    }

    private Access open(ProviderKey key, MapValue configuration) {
        Session session = sessions.open(key.provider(), configuration);
        return new Access(session, configuration, configurations.record(key, session, configuration));
    }
}
