package dev.corbel.state.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.remote.ObjectStore;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;

/** Encryption changes nothing but what the place gets to see. */
class EncryptedMemoryStateTest extends RemoteStateContract {
    private final InMemoryObjectStore place = new InMemoryObjectStore();

    @Override
    protected ObjectStore connect(String folder) {
        return place.connect(folder);
    }

    @Override
    protected StateEncryption encryption(String environment) {
        return NamedKey.encryption(environment);
    }

    @AfterEach
    void noObjectSaysWhatIsInState() {
        place.contents().forEach((name, data) -> assertThat(new String(data, StandardCharsets.UTF_8))
                .as(name)
                .doesNotContain("sim_object", "\"instances\"", "\"intent\"", "\"result\""));
    }
}
