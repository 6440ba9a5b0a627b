package dev.corbel.emulators.arm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ArmExtension.class)
class BodiesTest {
    private final Caller caller;
    private final String address;

    BodiesTest(ArmServer arm) {
        caller = new Caller(arm);
        address = caller.id("web", "Microsoft.Network/publicIPAddresses/out");
    }

    private static String body(String more) {
        return "{'location': 'swedencentral', 'sku': {'name': 'Standard'},"
                + " 'properties': {'publicIPAllocationMethod': 'Static'" + more + "}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                ", 'colour': 'red'                    | properties.colour",
                ", 'idleTimeoutInMinutes': 'four'     | properties.idleTimeoutInMinutes",
                ", 'ipConfiguration': {'id': '/x'}    | properties.ipConfiguration",
                ", 'resourceGuid': 'mine'             | properties.resourceGuid",
                ", 'ipTags': {}                       | properties.ipTags",
                ", 'ipTags': [{'taste': 'sweet'}]     | properties.ipTags[0].taste",
            })
    void refusesWhatTheTypeDoesNotAllow(String more, String path) {
        caller.makeGroup("web");
        Caller.Answer answer = caller.put(address, body(more));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error.message")).contains("'" + path + "'");
    }

    @Test
    void refusesWhatIsMissing() {
        caller.makeGroup("web");
        String account = caller.id("web", "Microsoft.Storage/storageAccounts/acmefiles");
        Caller.Answer answer = caller.put(account, "{'location': 'swedencentral', 'kind': 'StorageV2'}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error.message")).contains("'sku'", "missing");
        assertThat(caller.put(caller.group("x"), "{}").status()).isEqualTo(400);
        assertThat(caller.put(caller.group("x"), "{'location': 'atlantis'}").code())
                .isEqualTo("LocationNotAvailableForResourceType");
        assertThat(caller.put(caller.group("x"), "no json").code()).isEqualTo("InvalidRequestContent");
    }

    @Test
    void resetsWhatAPutLeavesOutAndKeepsWhatAPatchDoes() {
        caller.makeGroup("web");
        caller.made(address, body(", 'idleTimeoutInMinutes': 9").replace("'sku'", "'tags': {'a': '1'}, 'sku'"));
        Caller.Answer patched = caller.patch(address, "{'tags': {'b': '2'}}");
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.text("properties.idleTimeoutInMinutes")).isEqualTo("9");
        assertThat(patched.body().path("tags").toString()).isEqualTo("{\"b\":\"2\"}");
        assertThat(caller.patch(address, "{'properties': {'idleTimeoutInMinutes': 5}}")
                        .status())
                .isEqualTo(400);

        Caller.Answer reset = caller.made(address, body(""));

        assertThat(reset.text("properties.idleTimeoutInMinutes")).isEqualTo("4");
        assertThat(reset.body().has("tags")).isFalse();
    }

    @Test
    void takesBackReadOnlyValuesThatAreTheSame() {
        caller.makeGroup("web");
        Caller.Answer made = caller.made(address, body(""));
        Caller.Answer again = caller.put(address, made.body().toString());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Azure-AsyncOperation")).isNotEmpty();
        assertThat(caller.finish(again).text("status")).isEqualTo("Succeeded");
        assertThat(caller.put(address, made.body().toString().replace("/out", "/in"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void takesTheSameGoalForOneOperation(ArmServer arm) {
        caller.makeGroup("web");
        arm.clock().hold();
        Caller.Answer first = caller.put(address, body(""));
        Caller.Answer second = caller.put(address, body(""));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("Azure-AsyncOperation")).isEqualTo(first.header("Azure-AsyncOperation"));
        assertThat(caller.put(address, body(", 'idleTimeoutInMinutes': 9")).code())
                .isEqualTo("AnotherOperationInProgress");
        assertThat(caller.delete(address).status()).isEqualTo(409);
    }
}
