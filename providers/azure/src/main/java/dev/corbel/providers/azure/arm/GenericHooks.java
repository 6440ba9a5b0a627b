package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body of {@code azurerm_resource}, as it is sent and as it is seen. */
final class GenericHooks implements ArmHooks {
    static final String BODY = "body";
    static final String PATHS = "response_export_values";
    static final String OUTPUT = "output";
    private static final String LOCATION = "location";

    @Override
    public MapValue body(MapValue document, MapValue attributes) {
        MapValue body = attributes.get(BODY) instanceof MapValue said ? GenericBody.onto(document, said) : document;
        return attributes.text(LOCATION).isPresent() ? body.with(LOCATION, attributes.get(LOCATION)) : body;
    }

    @Override
    public MapValue attributes(MapValue attributes, MapValue document, MapValue known) {
        MapValue writable = ArmDocuments.sendable(document);
        Value body = known.get(BODY) instanceof MapValue said
                ? GenericBody.seen(said, writable)
                : new MapValue(without(writable));
        return attributes
                .with(BODY, body)
                .with(LOCATION, location(document, known))
                .with(OUTPUT, GenericBody.at(known.get(PATHS), document));
    }

    private static Map<String, Value> without(MapValue document) {
        Map<String, Value> entries = new LinkedHashMap<>(document.entries());
        entries.remove(LOCATION);
        return entries;
    }

    private static Value location(MapValue document, MapValue known) {
        Value actual = document.get(LOCATION);
        Value said = known.get(LOCATION);
        boolean same = said instanceof StringValue && Fields.PLACE.of(said).equals(Fields.PLACE.of(actual));
        return same ? said : actual instanceof StringValue ? Fields.PLACE.of(actual) : Value.ofNull();
    }
}
