package dev.corbel.planner.stage;

import dev.corbel.planner.object.DataAttributes;
import dev.corbel.planner.object.EnvironmentSecrets;
import dev.corbel.planner.provider.ConfigurationAccess;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;

/**
 * What a data source was read with, and what it gave.
 *
 * @param configuration of the data source
 * @param value its attributes, with all marks
 */
public record DataLookup(MapValue configuration, MapValue value) {

    /**
     * Looks a data source up.
     *
     * @param secrets what is sensitive wherever it turns up
     */
    public static DataLookup of(
            DataSourceType type, ConfigurationAccess.Open open, MapValue configuration, EnvironmentSecrets secrets) {
        try {
            MapValue found = QuotedSecrets.of(open.configuration(), configuration)
                    .hide(() -> type.read(open.session(), configuration.fullyUnmarked()));
            return new DataLookup(configuration, DataAttributes.after(type.schema(), found, configuration, secrets));
        } catch (ProviderException failure) {
            throw new DiagnosticsException(failure.diagnostic(), failure);
        }
    }
}
