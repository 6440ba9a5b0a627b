package dev.corbel.providers.azure.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.emulators.arm.ArmCall;
import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.AzureProvider;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArmExtension.class)
class SessionOpenerTest {
    private static final String OTHER = "60000000-0000-4000-8000-000000000009";

    private final Accesses accesses = new Accesses();

    private AzureSession open(ArmServer server, Map<String, Value> block) {
        return SessionOpener.open(
                SignedIn.to(server, block),
                ProviderContext.system(Path.of(""), "test"),
                accesses,
                new AzureProvider()::resourceType);
    }

    @Test
    void aSessionWorksInItsSubscription(ArmServer server) {
        try (AzureSession session = open(
                server,
                Map.of(
                        "subscription", Value.of(server.subscription()),
                        "region", Value.of("swedencentral"),
                        "defaultTags", new MapValue(Map.of("team", Value.of("shop")))))) {
            assertThat(session.subscription()).isEqualTo(server.subscription());
            assertThat(session.tenant()).isEqualTo(server.tenant());
            assertThat(session.region()).contains("swedencentral");
            assertThat(session.defaultTags()).containsExactly(Map.entry("team", "shop"));
            assertThat(session.arm().list("/subscriptions/" + server.subscription() + "/resourcegroups", "2023-07-01"))
                    .isEmpty();
        }
    }

    @Test
    void theOnlySubscriptionNeedsNoName(ArmServer server) {
        try (AzureSession session = open(server, Map.of())) {
            assertThat(session.subscription()).isEqualTo(server.subscription());
            assertThat(session.settled(MapValue.EMPTY).text("subscription")).contains(server.subscription());
        }
    }

    /** It is asked for once, however many sessions there are. */
    @Test
    void sessionsOfOneConfigurationShareWhatTheyKnow(ArmServer server) {
        Map<String, Value> block = Map.of("subscription", Value.of(server.subscription()));
        try (AzureSession first = open(server, block);
                AzureSession second = open(server, block)) {
            assertThat(second.tenant()).isEqualTo(first.tenant());
        }
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aSubscriptionThatTheTokenDoesNotSeeIsRefusedBeforeAnyOtherCall(ArmServer server) {
        assertThatThrownBy(() -> open(server, Map.of("subscription", Value.of(OTHER))))
                .isInstanceOfSatisfying(DiagnosticsException.class, refused -> {
                    assertThat(refused.getMessage())
                            .contains("The credentials do not see the Azure subscription " + OTHER);
                    assertThat(refused.diagnostics().get(0).detail())
                            .contains("They see " + server.subscription(), "nothing was changed");
                    assertThat(refused.diagnostics().get(0).isOfSession()).isTrue();
                });
        assertThat(server.calls())
                .extracting(ArmCall::method, ArmCall::path)
                .allMatch(call -> call.toList().get(0).equals("GET")
                        && call.toList().get(1).toString().startsWith("/subscriptions"))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aTokenThatIsOverIsReplaced(ArmServer server) {
        try (AzureSession session = open(server, Map.of())) {
            server.expireTokens();
            assertThat(session.arm().list("/subscriptions", "2022-12-01")).hasSize(1);
        }
    }

    @Test
    void aCallQueuesForItsNetworkAndForItsSubscription(ArmServer server) {
        try (AzureSession session = open(server, Map.of("subscription", Value.of(server.subscription())))) {
            assertThat(session.concurrencyKeys(
                            "azurerm_subnet",
                            new MapValue(Map.of(
                                    "resource_group_name",
                                    Value.of("shop"),
                                    "virtual_network_name",
                                    Value.of("main")))))
                    .extracting(ConcurrencyKey::name)
                    .containsExactly("vnet:shop/main", "azure/" + server.subscription());
        }
    }
}
