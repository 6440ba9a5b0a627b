package dev.corbel.clients.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.ProviderContext.Access;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArmClientTest extends ArmTest {

    @Test
    void anObjectIsFoundWithTokenAndVersion() {
        arm().on("GET " + NETWORK, Reply.of(200, "{\"name\":\"main\"}"));

        assertThat(calls().find(NETWORK, VERSION).flatMap(found -> found.text("name")))
                .contains("main");
        assertThat(arm().calls()).containsExactly("GET " + NETWORK + "?api-version=2025-01-01");
        assertThat(arm().tokens()).containsExactly("Bearer token-1");
    }

    @Test
    void pathsAndQueriesAreEncoded() {
        calls().find("/subscriptions/s/resourceGroups/a b(ü)%?$filter=principalId eq '1'", VERSION);

        assertThat(arm().calls())
                .containsExactly("GET /subscriptions/s/resourceGroups/a%20b(%C3%BC)%25?$filter=principalId%20eq%20'1'"
                        + "&api-version=2025-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "404, ResourceNotFound",
        "404, ResourceGroupNotFound",
        "404, ''",
        "409, MissingSubscriptionRegistration",
    })
    void whatIsNotThereIsAbsent(int status, String code) {
        arm().on("GET " + NETWORK, Reply.error(status, code, "No."));
        arm().on("GET /subscriptions/s/providers/Microsoft.Network/virtualNetworks", Reply.error(status, code, "No."));

        assertThat(calls().find(NETWORK, VERSION)).isEmpty();
        assertThat(calls().list("/subscriptions/s/providers/Microsoft.Network/virtualNetworks", VERSION))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SubscriptionNotFound", "InvalidResourceType", "InvalidResourceNamespace"})
    void anUnknownTypeOrSubscriptionIsNoAbsence(String code) {
        arm().on("GET " + NETWORK, Reply.error(404, code, "No."));

        assertThatThrownBy(() -> calls().find(NETWORK, VERSION))
                .isInstanceOfSatisfying(ArmException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorClass.REFUSED);
                    assertThat(failure.has(code)).isTrue();
                })
                .hasMessage("GET " + NETWORK + ": HTTP 404 " + code + ": No.");
    }

    @Test
    void anElementThatMovesToTheNextPageIsListedOnce() {
        arm().on(
                        "GET /subscriptions/s/resourceGroups",
                        Reply.of(
                                200,
                                "{\"value\":[{\"id\":\"/subscriptions/s/resourceGroups/a\"},{\"id\":\"/subscriptions/s/resourceGroups/b\"}],"
                                        + "\"nextLink\":\"" + arm().endpoint() + "/next?$skiptoken=x y\"}"))
                .on(
                        "GET /next",
                        Reply.of(
                                200,
                                "{\"value\":[{\"id\":\"/subscriptions/s/resourcegroups/B\"},{\"id\":\"/subscriptions/s/resourceGroups/c\"}]}"));

        assertThat(calls().list("/subscriptions/s/resourceGroups", VERSION))
                .extracting(element -> element.text("id").orElse(""))
                .containsExactly(
                        "/subscriptions/s/resourceGroups/a",
                        "/subscriptions/s/resourcegroups/B",
                        "/subscriptions/s/resourceGroups/c");
        assertThat(arm().calls()).endsWith("GET /next?$skiptoken=x%20y");
    }

    @Test
    void noTokenGoesToAnotherHost() {
        arm().on("GET /things", Reply.of(200, "{\"value\":[],\"nextLink\":\"https://evil.example/next\"}"));

        assertThatThrownBy(() -> calls().list("/things", VERSION))
                .hasMessage("GET /things: no answer: its next page lies at another host");
    }

    @Test
    void aSynchronousPutIsOneCall() {
        arm().on("PUT " + NETWORK, Reply.state(200, "Succeeded"));

        assertThat(calls().put(NETWORK, VERSION, BODY, CallOptions.DEFAULT).text("id"))
                .contains("/x");
        assertThat(arm().calls()).hasSize(1);
        assertThat(arm().bodies()).containsExactly("{\"location\":\"swedencentral\"}");
    }

    @Test
    void aDeletedObjectNeedsNoDeletion() {
        calls().delete(NETWORK, VERSION, CallOptions.DEFAULT);

        assertThat(arm().calls()).containsExactly("DELETE " + NETWORK + "?api-version=2025-01-01");
    }

    @Test
    void anActionMayHaveNoResult() {
        arm().on("POST " + NETWORK + "/listSecrets", Reply.of(204, ""));

        assertThat(calls().post(NETWORK + "/listSecrets", VERSION, MapValue.EMPTY, CallOptions.DEFAULT))
                .isEmpty();
    }

    @Test
    void aLostAnswerIsAskedForAgain() {
        arm().on("PUT " + NETWORK, Reply.LOST, Reply.of(503, ""), Reply.state(200, "Succeeded"));

        calls().put(NETWORK, VERSION, BODY, CallOptions.DEFAULT);

        assertThat(arm().calls()).hasSize(3);
    }

    @Test
    void anActionIsNotRepeatedWhereItMayHaveBeenDone() {
        arm().on("POST " + NETWORK + "/start", Reply.LOST);

        assertThatThrownBy(() -> calls().post(NETWORK + "/start", VERSION, MapValue.EMPTY, CallOptions.DEFAULT))
                .isInstanceOfSatisfying(ArmException.class, failure -> assertThat(failure.isUncertain())
                        .isTrue());
        assertThat(arm().calls()).hasSize(1);
    }

    /** The first attempt may be what made the object that the second met. */
    @Test
    void aPreconditionThatFailsAfterALostAnswerLeavesItOpen() {
        arm().on("PUT " + NETWORK, Reply.LOST, Reply.error(412, "PreconditionFailed", "It exists."));

        assertThatThrownBy(() -> calls().put(NETWORK, VERSION, BODY, CallOptions.DEFAULT.ifAbsent()))
                .isInstanceOfSatisfying(ArmException.class, failure -> assertThat(failure.isUncertain())
                        .isTrue());
    }

    @Test
    void aPreconditionThatFailsAtOnceChangedNothing() {
        arm().on("PUT " + NETWORK, Reply.error(412, "PreconditionFailed", "It exists."));

        assertThatThrownBy(() -> calls().put(NETWORK, VERSION, BODY, CallOptions.DEFAULT.ifAbsent()))
                .isInstanceOfSatisfying(ArmException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorClass.PRECONDITION));
    }

    @ParameterizedTest
    @CsvSource({
        "409, AnotherOperationInProgress",
        "429, AnotherOperationInProgress",
        "409, RetryableError",
        "409, ServerIsBusy",
        "409, ContainerBeingDeleted",
    })
    void whatAnotherOperationHoldsUpIsTriedAgain(int status, String code) {
        arm().on(
                        "PUT " + NETWORK,
                        Reply.error(status, code, "Wait.").with("Retry-After", "7"),
                        Reply.error(status, code, "Wait."),
                        Reply.state(200, "Succeeded"));

        calls().put(NETWORK, VERSION, BODY, CallOptions.DEFAULT);

        assertThat(arm().calls()).hasSize(3);
        assertThat(time.pauses()).hasSize(2).startsWith(Duration.ofSeconds(7));
    }

    @Test
    void anotherOperationThatDoesNotEndIsToldInTime() {
        arm().on("PUT " + NETWORK, Reply.error(409, "AnotherOperationInProgress", "Wait."));

        assertThatThrownBy(() -> calls().put(NETWORK, VERSION, BODY, CallOptions.within(Duration.ofMinutes(2))))
                .isInstanceOfSatisfying(ArmException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorClass.IN_PROGRESS));
        assertThat(time.slept()).isBetween(Duration.ofSeconds(100), Duration.ofMinutes(2));
    }

    @Test
    void aNewParentIsWaitedFor() {
        arm().on(
                        "PUT " + NETWORK,
                        Reply.error(404, "ResourceGroupNotFound", "Not yet."),
                        Reply.error(404, "ResourceGroupNotFound", "Not yet."),
                        Reply.state(200, "Succeeded"));

        calls().put(NETWORK, VERSION, BODY, CallOptions.DEFAULT);

        assertThat(arm().calls()).hasSize(3);
    }

    @Test
    void aRefusedTokenIsReplacedOnce() {
        arm().on("GET " + NETWORK, Reply.error(401, "ExpiredAuthenticationToken", "Old."), Reply.of(200, "{}"));

        assertThat(calls().find(NETWORK, VERSION)).isPresent();
        assertThat(arm().tokens()).containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void aTokenThatIsNeverTakenIsTold() {
        arm().on("GET " + NETWORK, Reply.error(401, "InvalidAuthenticationToken", "No."));

        assertThatThrownBy(() -> calls().find(NETWORK, VERSION))
                .isInstanceOfSatisfying(ArmException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorClass.REJECTED_CREDENTIALS));
        assertThat(arm().calls()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "403, AuthorizationFailed, ACCESS_DENIED",
        "403, RequestDisallowedByPolicy, FORBIDDEN_BY_RULE",
        "409, ScopeLocked, FORBIDDEN_BY_RULE",
        "409, StorageAccountAlreadyTaken, REFUSED",
        "400, InUseSubnetCannotBeDeleted, REFUSED",
        "400, PrincipalNotFound, REFUSED",
    })
    void aRefusalIsToldAtOnce(int status, String code, ErrorClass kind) {
        arm().on("PUT " + NETWORK, Reply.error(status, code, "No."));

        assertThatThrownBy(() -> calls().put(NETWORK, VERSION, BODY, CallOptions.DEFAULT))
                .isInstanceOfSatisfying(ArmException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(kind);
                    assertThat(failure.isAfterStart()).isFalse();
                });
        assertThat(arm().calls()).hasSize(1);
    }

    @Test
    void aCodeCountsInADetailAsWell() {
        arm().on(
                        "PUT " + NETWORK,
                        Reply.of(
                                400,
                                "{\"error\":{\"code\":\"InvalidRequest\",\"message\":\"Bad.\",\"details\":["
                                        + "{\"code\":\"NetcfgSubnetRangesOverlap\",\"message\":\"They overlap.\"}]}}"));

        assertThatThrownBy(() -> calls().put(NETWORK, VERSION, BODY, CallOptions.DEFAULT))
                .isInstanceOfSatisfying(ArmException.class, failure -> {
                    assertThat(failure.has("netcfgsubnetrangesoverlap")).isTrue();
                    assertThat(failure.error().words()).contains("Bad. They overlap.");
                });
    }

    @Test
    void aSecretOfTheBodyIsNotRepeated() {
        MapValue body = new MapValue(Map.of("password", Value.sensitive(Value.of("hunter-22"))));
        arm().on("PUT " + NETWORK, Reply.error(400, "BadPassword", "hunter-22 is too short."));

        assertThatThrownBy(() -> calls().put(NETWORK, VERSION, body, CallOptions.DEFAULT))
                .hasMessageContaining("(sensitive) is too short.")
                .hasMessageNotContaining("hunter-22");
        assertThat(arm().bodies()).containsExactly("{\"password\":\"hunter-22\"}");
    }

    @Test
    void aSessionThatOnlyReadsRefusesWhatIsNoRead() {
        ArmCalls reading = calls(settings(), Access.READ);
        arm().on("POST " + NETWORK + "/listSecrets", Reply.of(200, "{}"));

        assertThatThrownBy(() -> reading.delete(NETWORK, VERSION, CallOptions.DEFAULT))
                .hasMessage("DELETE " + NETWORK + ": no answer: this session only reads");
        assertThat(reading.post(NETWORK + "/listSecrets", VERSION, MapValue.EMPTY, CallOptions.DEFAULT))
                .isPresent();
        assertThat(arm().calls()).hasSize(1);
    }

    @Test
    void whereNothingAnswersThatIsToldSoon() {
        AccessSettings nowhere =
                new AccessSettings(Optional.of("https://127.0.0.1:1"), Optional.empty(), Optional.empty(), true);

        assertThatThrownBy(() -> calls(nowhere, Access.CHANGE).find(NETWORK, VERSION))
                .isInstanceOfSatisfying(ArmException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorClass.UNREACHABLE);
                    assertThat(failure.call().endpoint()).isEqualTo("https://127.0.0.1:1");
                });
        assertThat(time.slept()).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void anUntrustedServerIsUnreachable() {
        AccessSettings trusting =
                new AccessSettings(Optional.of(arm().endpoint()), Optional.empty(), Optional.empty(), true);

        assertThatThrownBy(() -> calls(trusting, Access.CHANGE).find(NETWORK, VERSION))
                .isInstanceOfSatisfying(ArmException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorClass.UNREACHABLE));
        assertThat(arm().calls()).isEmpty();
    }
}
