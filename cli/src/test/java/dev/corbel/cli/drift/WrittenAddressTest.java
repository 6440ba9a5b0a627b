package dev.corbel.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are read back as they were written, whatever is in their keys. */
class WrittenAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "x/y", "q\"/\"[", "back\\slash", "\\\"/", "new\nline", "sim_object.x"})
    void theTextAndTheComponentsAreTheSame(String key) {
        Address written = new Address(List.of(new Step("region", "eu-central-1", null)))
                .child(new Step("app", "orders", key))
                .child("sim_object", "many")
                .withKey(key);

        Address read = WrittenAddress.read(written.toString());

        assertThat(read).hasToString(written.toString());
        assertThat(read.parent().map(Address::toString))
                .isEqualTo(written.parent().map(Address::toString));
        assertThat(read.last()).isEqualTo(written.last());
    }
}
