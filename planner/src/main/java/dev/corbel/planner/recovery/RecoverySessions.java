package dev.corbel.planner.recovery;

import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.provider.ProviderConfigurations;
import dev.corbel.planner.provider.ProviderLocations;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ProviderRecord;

/**
 * Opens providers as the definition configures them, or as they were recorded where that is not known by itself or points
 * elsewhere by now.
 */
final class RecoverySessions {
    private final ProviderConfigurations configurations;
    private final Sessions sessions;
    private final ProviderLocations places;

    RecoverySessions(Definition definition, ProviderCatalog catalog, Sessions sessions) {
        this.configurations = new ProviderConfigurations(definition, catalog);
        this.sessions = sessions;
        this.places = new ProviderLocations(sessions);
    }

    /**
     * A provider that can be asked.
     *
     * @param secrets of its configuration, which no failure may quote
     */
    record Open(Session session, QuotedSecrets secrets) {}

    Open open(ProviderRecord record) {
        MapValue configuration = configuration(record);
        return new Open(sessions.open(record.key().provider(), configuration), QuotedSecrets.of(configuration));
    }

    private MapValue configuration(ProviderRecord record) {
        if (configurations.declares(record.key())) {
            MapValue declared = configurations.evaluate(record.key(), address -> Value.unknown());
            if (declared.isWhollyKnown()) {
                return pointsElsewhere(record, declared) ? configurations.completeWith(record, declared) : declared;
            }
        }
        return configurations.complete(record);
    }

    private boolean pointsElsewhere(ProviderRecord record, MapValue declared) {
        Session session = sessions.open(record.key().provider(), declared);
        return places.differ(record, configurations.record(record.key(), session, declared), session);
    }
}
