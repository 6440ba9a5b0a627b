package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import java.io.IOException;
import java.util.Optional;

/** Writes what every description of a resource begins with. */
final class ResourceJson {
    private ResourceJson() {}

    static void identity(Address address, Optional<String> key, JsonGenerator json) throws IOException {
        Step step = address.last();
        json.writeStringField("mode", step.isData() ? "data" : "managed");
        json.writeStringField("type", step.type());
        json.writeStringField("name", step.label() == null ? "" : step.label());
        if (key.isPresent()) {
            json.writeStringField("index", key.get());
        }
    }

    static void identity(Address address, JsonGenerator json) throws IOException {
        identity(address, Optional.ofNullable(address.last().key()), json);
    }
}
