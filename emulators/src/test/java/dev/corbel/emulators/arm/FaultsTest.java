package dev.corbel.emulators.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArmExtension.class)
class FaultsTest {
    private final ArmServer arm;
    private final Caller caller;

    FaultsTest(ArmServer arm) {
        this.arm = arm;
        caller = new Caller(arm);
    }

    @Test
    void losesAnswersOfWhatIsDone() {
        arm.faults(new ArmFaults(1, 0, 0, 0, 1, 0, 0, 0));
        assertThatThrownBy(() -> caller.makeGroup("web")).isInstanceOf(UncheckedIOException.class);
        arm.faults(ArmFaults.NONE);
        assertThat(caller.get(caller.group("web")).status()).isEqualTo(200);
        assertThat(arm.calls().get(0).status()).isZero();
    }

    @Test
    void failsBeforeAndAfterTheDeed() {
        arm.faults(new ArmFaults(1, 0, 0, 1, 0, 0, 0, 0));
        assertThat(caller.put(caller.group("web"), "{'location': 'swedencentral'}")
                        .status())
                .isEqualTo(500);
        arm.faults(new ArmFaults(1, 1, 0, 0, 0, 0, 0, 0));
        Caller.Answer throttled = caller.put(caller.group("other"), "{'location': 'swedencentral'}");
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.header("Retry-After")).isEqualTo("0");
        arm.faults(ArmFaults.NONE);
        assertThat(caller.get(caller.group("web")).status()).isEqualTo(200);
        assertThat(caller.get(caller.group("other")).status()).isEqualTo(404);
    }

    @Test
    void letsOperationsFail() {
        caller.makeGroup("web");
        arm.faults(new ArmFaults(1, 0, 0, 0, 0, 1, 0, 0));
        String address = caller.id("web", "Microsoft.Network/publicIPAddresses/out");
        Caller.Answer put = caller.put(
                address,
                "{'location': 'swedencentral', 'sku': {'name': 'Standard'}, 'properties': {'publicIPAllocationMethod':"
                        + " 'Static'}}");
        assertThat(put.status()).isEqualTo(201);
        Caller.Answer end = caller.finish(put);
        assertThat(end.status()).isEqualTo(200);
        assertThat(end.text("status")).isIn("Failed", "Canceled");
        assertThat(end.code()).isNotEmpty();
        assertThat(caller.get(address).text("properties.provisioningState")).isEqualTo(end.text("status"));
    }

    @Test
    void showsOldValuesForAWhile() {
        arm.faults(new ArmFaults(3, 0, 0, 0, 0, 0, 8, 0));
        caller.makeGroup("web");
        int hidden = 0;
        while (caller.get(caller.group("web")).status() == 404) {
            hidden++;
        }
        assertThat(hidden).isBetween(1, 8);
    }

    @Test
    void doesTheSameForTheSameSeed() {
        assertThat(run(7)).isEqualTo(run(7)).isNotEqualTo(run(8)).contains("429", "0");
    }

    private String run(long seed) {
        arm.reset();
        arm.faults(ArmFaults.rougher(seed));
        StringBuilder statuses = new StringBuilder();
        for (int number = 0; number < 60; number++) {
            try {
                statuses.append(caller.put(caller.group("g" + number % 7), "{'location': 'swedencentral'}")
                                .status())
                        .append(' ');
            } catch (UncheckedIOException lost) {
                statuses.append("0 ");
            }
        }
        return statuses.toString();
    }

    @Test
    void letsTokensExpire() {
        caller.makeGroup("web");
        arm.expireTokens();
        assertThat(caller.get(caller.group("web")).status()).isEqualTo(401);
        caller.forgetToken();
        assertThat(caller.get(caller.group("web")).status()).isEqualTo(200);
    }

    @Test
    void refusesMoreThanTheBucketHolds() {
        arm.clock().hold();
        assertThat(caller.get("/subscriptions").header("x-ms-ratelimit-remaining-subscription-reads"))
                .isEqualTo("249");
        for (int number = 1; number < 250; number++) {
            caller.get("/subscriptions");
        }
        assertThat(caller.get("/subscriptions").status()).isEqualTo(429);
        arm.clock().advance(Duration.ofSeconds(1));
        assertThat(caller.get("/subscriptions").header("x-ms-ratelimit-remaining-subscription-reads"))
                .isEqualTo("24");
    }
}
