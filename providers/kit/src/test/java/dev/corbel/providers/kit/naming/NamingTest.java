package dev.corbel.providers.kit.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamingTest {
    private static final Naming BOXES = new Naming("post box", "name", 40, Set.of("Taken"));

    private static CreateRequest request(MapValue planned) {
        return new CreateRequest(Address.resource("post_box", "Front"), planned, "operation-1", Optional.empty());
    }

    @Test
    void aNewObjectHasTheNameThatTheDefinitionGives() {
        assertThat(BOXES.of(request(Values.map("name", "front")))).isEqualTo("front");
        assertThat(BOXES.of(Values.map("name", "front"))).isEqualTo("front");
    }

    @Test
    void aNamelessOneHasTheSameMadeUpNameEachTime() {
        String name = BOXES.of(request(MapValue.EMPTY));

        assertThat(name).matches("front-[0-9a-f]{26}").isEqualTo(BOXES.of(request(MapValue.EMPTY)));
        assertThat(BOXES.of(request(Values.map("name_prefix", "a-very-long-beginning-"))))
                .hasSize(40);
    }

    @Test
    void aNameOfAnotherIsRefusedWithTheWayToTakeItOver() {
        ProviderException refusal = BOXES.refusal(request(Values.map("name", "front")), "box-1");

        assertThat(refusal.diagnostic())
                .isEqualTo(Diagnostic.error(
                                "The post box \"front\" is there already",
                                "This account has a post box of this name that Corbel did not create here.")
                        .withHint("To manage it: adopt('post_box.Front') { id = 'box-1' }."));
    }
}
