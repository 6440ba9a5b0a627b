package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.StateObject;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

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

    void write(Notation notation, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", notation.addresses().of(address));
        Notation.identity(address, json);
        json.writeStringField("provider_name", notation.schemas().registryAddress(provider));
        json.writeNumberField("schema_version", schemaVersion.orElse(0));
        notation.ours(address, json);
        Value shaped = TerraformShape.of(notation.schemas().of(address), values);
        json.writeFieldName("values");
        MaskedValue.write(shaped, json);
        json.writeFieldName("sensitive_values");
        ValueMarks.SENSITIVE.write(shaped.isNull() ? MapValue.EMPTY : shaped, json);
        dependencies(notation, json);
        if (tainted) {
            json.writeBooleanField("tainted", true);
        }
        json.writeEndObject();
    }

    private void dependencies(Notation notation, JsonGenerator json) throws IOException {
        if (dependsOn.isEmpty()) {
            return;
        }
        Set<String> resources = new LinkedHashSet<>();
        dependsOn.forEach(instance -> resources.add(notation.addresses().keyless(instance)));
        json.writeArrayFieldStart("depends_on");
        for (String resource : resources) {
            json.writeString(resource);
        }
        json.writeEndArray();
    }
}
