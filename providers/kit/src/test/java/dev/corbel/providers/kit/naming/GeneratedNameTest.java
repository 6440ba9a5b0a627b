package dev.corbel.providers.kit.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeneratedNameTest {
    private static CreateRequest request(String label, MapValue planned) {
        return new CreateRequest(Address.resource("aws_lb", label), planned, "operation-1", Optional.empty());
    }

    @Test
    void beginsAsTheResourceIsCalled() {
        assertThat(GeneratedName.of(request("Web_front", MapValue.EMPTY), "name_prefix", 63))
                .matches("web-front-[0-9a-f]{26}");
    }

    @Test
    void beginsAsTheDefinitionSays() {
        assertThat(GeneratedName.of(request("web", Values.map("name_prefix", "acme-")), "name_prefix", 63))
                .matches("acme-[0-9a-f]{26}");
    }

    @Test
    void isNeverTooLongAndTheSameForTheSameOperation() {
        String name = GeneratedName.of(request("web_front", MapValue.EMPTY), "name_prefix", 32);

        assertThat(name).hasSize(32).matches("web-fr[0-9a-f]{26}");
        assertThat(GeneratedName.of(request("web_front", MapValue.EMPTY), "name_prefix", 32))
                .isEqualTo(name);
    }
}
