package dev.corbel.clients.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.ProviderContext.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RegistrationsTest extends ArmTest {
    private static final String PROVIDER = "/subscriptions/s/providers/Microsoft.Network";
    private static final Reply MISSING = Reply.error(409, "MissingSubscriptionRegistration", "Not registered.");

    private static Reply registration(String state) {
        return Reply.of(200, "{\"registrationState\":\"" + state + "\"}");
    }

    @Test
    void aMissingProviderIsRegisteredAndWaitedFor() {
        arm().on("PUT " + NETWORK, MISSING, Reply.state(200, "Succeeded"))
                .on("POST " + PROVIDER + "/register", registration("Registering"))
                .on("GET " + PROVIDER, registration("Registering"), registration("Registered"));

        calls().put(NETWORK, VERSION, BODY, CallOptions.DEFAULT);

        assertThat(arm().calls())
                .extracting(call -> call.substring(0, call.indexOf('?')))
                .containsExactly(
                        "PUT " + NETWORK,
                        "POST " + PROVIDER + "/register",
                        "GET " + PROVIDER,
                        "GET " + PROVIDER,
                        "PUT " + NETWORK);
    }

    @Test
    void thoseWhoNeedItMeanwhileWaitForTheSameRegistration() throws Exception {
        arm().on("POST " + PROVIDER + "/register", registration("Registering"))
                .on("GET " + PROVIDER, registration("Registering"), registration("Registered"));
        for (int i = 0; i < 8; i++) {
            arm().on("PUT " + NETWORK + i, MISSING, Reply.state(200, "Succeeded"));
        }
        ArmCalls calls = calls();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String path = NETWORK + i;
            all.add(threads.submit(() -> calls.put(path, VERSION, BODY, CallOptions.DEFAULT)));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();

        assertThat(arm().calls()).filteredOn(call -> call.startsWith("POST")).hasSize(1);
    }

    @Test
    void whereItMayNotBeRegisteredTheRefusalIsTold() {
        arm().on("PUT " + NETWORK, MISSING)
                .on("POST " + PROVIDER + "/register", Reply.error(403, "AuthorizationFailed", "No."));

        assertThatThrownBy(() -> calls().put(NETWORK, VERSION, BODY, CallOptions.DEFAULT))
                .isInstanceOfSatisfying(ArmException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorClass.NOT_REGISTERED);
                    assertThat(failure.call().namespace()).isEqualTo("Microsoft.Network");
                });
    }

    @Test
    void whereTheBlockForbidsItNothingIsRegistered() {
        arm().on("PUT " + NETWORK, MISSING);
        AccessSettings settings =
                new AccessSettings(settings().endpoint(), settings().caFile(), Optional.empty(), false);

        assertThatThrownBy(() -> calls(settings, Access.CHANGE).put(NETWORK, VERSION, BODY, CallOptions.DEFAULT))
                .isInstanceOf(ArmException.class);
        assertThat(arm().calls()).hasSize(1);
    }

    @Test
    void aProviderThatIsMissingAfterItsRegistrationIsTold() {
        arm().on("PUT " + NETWORK, MISSING)
                .on("POST " + PROVIDER + "/register", registration("Registered"))
                .on("GET " + PROVIDER, registration("Registered"));

        assertThatThrownBy(() -> calls().put(NETWORK, VERSION, BODY, CallOptions.DEFAULT))
                .isInstanceOf(ArmException.class);
        assertThat(arm().calls()).hasSize(4);
    }
}
