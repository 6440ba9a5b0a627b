package dev.corbel.providers.aws.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.clients.aws.AccessSettings.AssumedRole;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountSettingsTest {
    private static final String WRITE = "arn:aws:iam::123456789012:role/write";
    private static final String READ = "arn:aws:iam::123456789012:role/read";
    private static final MapValue BOTH = Values.map(
            "readRole",
            READ,
            "assumeRole",
            Values.map("roleArn", WRITE, "sessionName", "deployer", "externalId", "secret"));

    private static Optional<AssumedRole> role(MapValue configuration, boolean reading) {
        return AccountSettings.from(configuration, reading).access().assumeRole();
    }

    @Test
    void theRoleForReadingStandsInForTheOther() {
        assertThat(role(BOTH, true)).contains(new AssumedRole(READ, "deployer", Optional.empty()));
        assertThat(role(BOTH, false)).contains(new AssumedRole(WRITE, "deployer", Optional.of("secret")));
        assertThat(role(Values.map("readRole", READ), true))
                .contains(new AssumedRole(READ, "corbel", Optional.empty()));
        assertThat(role(Values.map("readRole", READ), false)).isEmpty();
    }
}
