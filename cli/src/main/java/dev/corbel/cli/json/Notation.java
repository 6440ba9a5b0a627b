package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.cli.place.Place;
import dev.corbel.cli.place.Places;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import java.io.IOException;
import java.util.Optional;

/**
 * The way in which a document speaks of resources: in Terraform's words, with ours beside them.
 *
 * @param places where the definition has them, as far as that is known
 */
record Notation(TerraformAddresses addresses, TypeSchemas schemas, Places places) {

    /** Writes Corbel's own address, and the line of the definition. */
    void ours(Address address, JsonGenerator json) throws IOException {
        json.writeStringField("corbel_address", address.toString());
        range(address, json);
    }

    /** Writes the line of the definition, where it is known. */
    void range(Address address, JsonGenerator json) throws IOException {
        Optional<Place> place = places.of(address);
        if (place.isPresent()) {
            json.writeObjectFieldStart("corbel_range");
            json.writeStringField("filename", place.get().file());
            json.writeNumberField("line", place.get().line());
            json.writeEndObject();
        }
    }

    /** Writes what every description of a resource has after its address. */
    static void identity(Address address, JsonGenerator json) throws IOException {
        Step step = address.last();
        json.writeStringField("mode", step.isData() ? "data" : "managed");
        json.writeStringField("type", step.type());
        json.writeStringField("name", TerraformAddresses.label(step));
        if (step.key() != null) {
            json.writeStringField("index", step.key());
        }
    }
}
