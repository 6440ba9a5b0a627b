package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.kit.definition.Definition;
import dev.corbel.providers.kit.definition.Field;
import java.util.Optional;
import java.util.stream.Collectors;

/** A data source of Azure: a definition, and a look-up that finds the document. */
public final class ArmDataSource implements DataSourceType {
    private final String description;
    private final Definition definition;
    private final Lookup lookup;

    /** Finds the document of a configuration; empty where there is none. */
    @FunctionalInterface
    public interface Lookup {
        Optional<MapValue> find(ArmSession session, MapValue configuration) throws ProviderException;
    }

    public ArmDataSource(String name, String description, Lookup lookup, Field.Builder... fields) {
        this.description = description;
        this.lookup = lookup;
        definition = Definition.of(name)
                .fields(fields)
                .fields(Fields.computedId("id", "id"))
                .build();
    }

    /** An object under an id. */
    public static Lookup at(String template, String apiVersion) {
        IdTemplate form = new IdTemplate(template);
        return (session, configuration) -> session.arm()
                .find(form.id(configuration, session.subscription()).orElseThrow(), apiVersion);
    }

    /** The fields, with the places that they come from. */
    public Definition definition() {
        return definition;
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Schema schema() {
        return definition.schema();
    }

    @Override
    public MapValue read(Session session, MapValue configuration) throws ProviderException {
        return ArmResourceType.guarded(session, () -> {
            MapValue document = lookup.find((ArmSession) session, configuration)
                    .orElseThrow(() -> new ProviderException(Diagnostic.error(
                            "There is no such object: " + name(),
                            "Azure has nothing of " + said(configuration) + ".")));
            return definition.attributes(document, configuration);
        });
    }

    private static String said(MapValue configuration) {
        return configuration.entries().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof StringValue)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
