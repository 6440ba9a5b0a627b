package dev.corbel.clients.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaTest extends ArmTest {
    private static final String OTHER = "/subscriptions/s/resourceGroups/shop/providers/Microsoft.KeyVault/vaults/v";
    private static final String LEFT = "x-ms-ratelimit-remaining-subscription-reads";

    @Test
    void noCallGoesOutBeforeTheTimeThatAzureNames() {
        arm().on(
                        "GET " + NETWORK,
                        Reply.error(429, "SubscriptionRequestsThrottled", "Slow down.")
                                .with("Retry-After", "17"),
                        Reply.of(200, "{}"));
        arm().on("GET " + OTHER, Reply.of(200, "{}"));
        ArmCalls calls = calls();

        calls.find(NETWORK, VERSION);
        calls.find(OTHER, VERSION);

        assertThat(time.pauses().get(0)).isEqualTo(Duration.ofSeconds(17));
        assertThat(arm().calls()).hasSize(3);
    }

    @Test
    void callsGoOutAtTheRateOfTheBucketWhereLittleIsLeft() {
        arm().on("GET " + NETWORK, Reply.of(200, "{}").with(LEFT, "3"));
        ArmCalls calls = calls();

        for (int i = 0; i < 26; i++) {
            calls.find(NETWORK, VERSION);
        }

        // The first learns of it, the second goes at once; then 25 in a second.
        assertThat(time.slept()).isEqualTo(Duration.ofMillis(24 * 40));
    }

    @Test
    void readsWaitForNoWrites() {
        arm().on("GET " + NETWORK, Reply.of(200, "{}"));
        arm().on(
                        "PUT " + NETWORK,
                        Reply.state(200, "Succeeded").with("x-ms-ratelimit-remaining-subscription-writes", "0"));
        ArmCalls calls = calls();

        calls.put(NETWORK, VERSION, BODY, CallOptions.DEFAULT);
        calls.put(NETWORK, VERSION, BODY, CallOptions.DEFAULT);
        calls.find(NETWORK, VERSION);

        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void theLimitOfOneServiceHoldsUpNoOther() {
        arm().on(
                        "GET " + NETWORK,
                        Reply.error(429, "TooManyRequests", "Slow down.")
                                .with("Retry-After", "30")
                                .with(LEFT, "11990"),
                        Reply.of(200, "{}"));
        arm().on("GET " + OTHER, Reply.of(200, "{}"));
        Quota quota = new Quota();
        ArmCall network = new ArmCall("GET", NETWORK, "", "");
        ArmCall vault = new ArmCall("GET", OTHER, "", "");

        calls().find(NETWORK, VERSION);

        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(30));
        assertThat(quota.take(network, time.context().clock().instant())).isZero();
        assertThat(quota.take(vault, time.context().clock().instant())).isZero();
    }

    @Test
    void aStormThatDoesNotEndIsToldInTime() {
        arm().on(
                        "PUT " + NETWORK,
                        Reply.error(429, "TooManyRequests", "Slow down.").with("Retry-After", "20"));

        assertThatThrownBy(() -> calls().put(NETWORK, VERSION, BODY, CallOptions.within(Duration.ofMinutes(1))))
                .isInstanceOfSatisfying(ArmException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorClass.THROTTLED));
        assertThat(time.slept()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }
}
