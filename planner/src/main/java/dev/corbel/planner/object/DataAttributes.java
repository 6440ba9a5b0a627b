package dev.corbel.planner.object;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.ProposedObject;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;

/** The attributes of a data source, as others see them. */
public final class DataAttributes {
    private DataAttributes() {}

    /** Before it is looked up: what is configured is as it is, everything else unknown. */
    public static MapValue before(Schema schema, MapValue configuration) {
        return Marks.bySchema(schema, ProposedObject.of(schema, Value.ofNull(), configuration));
    }

    /**
     * The result of looking it up, in the schema's shape and with all marks.
     *
     * @param secrets what is sensitive wherever it turns up
     * @throws DiagnosticsException where that does not fit the schema
     */
    public static MapValue after(Schema schema, MapValue found, MapValue configuration, EnvironmentSecrets secrets) {
        try {
            MapValue marked = secrets.mark(StoredAttributes.of(schema, found, configuration));
            return Marks.onto(schema, marked, marked);
        } catch (StoredAttributes.UnfitException unfit) {
            throw new DiagnosticsException(
                    Diagnostic.error(
                            "The provider returned something that does not fit",
                            unfit.getMessage() + " It is a bug in the provider, not in the definition."),
                    unfit);
        }
    }
}
