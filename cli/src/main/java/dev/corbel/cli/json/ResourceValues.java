package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.StateObject;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/**
 * A resource as it is or as it will be.
 *
 * @param schemaVersion where it is known
 * @param dependsOn what it was built from; known for what exists
 */
record ResourceValues(
        Address address,
        String provider,
        OptionalInt schemaVersion,
        Value values,
        List<Address> dependsOn,
        boolean tainted) {
    static ResourceValues of(Address address, StateObject object) {
        return new ResourceValues(
                address,
                object.provider().key().provider(),
                OptionalInt.of(object.schemaVersion()),
                object.attributes(),
                object.dependencies(),
                object.tainted());
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", address.toString());
        ResourceJson.identity(address, json);
        json.writeStringField("provider_name", provider);
        json.writeNumberField("schema_version", schemaVersion.orElse(0));
        json.writeFieldName("values");
        MaskedValue.write(values, json);
        json.writeFieldName("sensitive_values");
        ValueMarks.SENSITIVE.write(values.isNull() ? MapValue.EMPTY : values, json);
        if (!dependsOn.isEmpty()) {
            json.writeArrayFieldStart("depends_on");
            for (Address dependency : dependsOn) {
                json.writeString(dependency.toString());
            }
            json.writeEndArray();
        }
        if (tainted) {
            json.writeBooleanField("tainted", true);
        }
        json.writeEndObject();
    }
}
