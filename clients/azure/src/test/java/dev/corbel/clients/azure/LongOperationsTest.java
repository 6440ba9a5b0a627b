package dev.corbel.clients.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.value.MapValue;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongOperationsTest extends ArmTest {
    private static final String STATUS = "/subscriptions/s/providers/Microsoft.Network/locations/l/operations/1";
    private static final String RESULT = "/subscriptions/s/providers/Microsoft.Network/locations/l/operationResults/1";

    private static Reply accepted(int status) {
        return Reply.state(status, "Updating").with("Azure-AsyncOperation", "{endpoint}" + STATUS + "?t=1");
    }

    private static Reply status(String word) {
        return Reply.of(200, "{\"status\":\"" + word + "\"}");
    }

    private MapValue put() {
        return calls().put(NETWORK, VERSION, BODY, CallOptions.DEFAULT);
    }

    private static AbstractThrowableAssert<?, ?> failsWith(ErrorClass kind, Runnable call) {
        return assertThatThrownBy(call::run).isInstanceOfSatisfying(ArmException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.isAfterStart()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void anOperationIsFollowedWhateverTheStatusOfTheAnswer(int status) {
        arm().on("PUT " + NETWORK, accepted(status).with("Retry-After", "3"))
                .on("GET " + STATUS, status("InProgress").with("Retry-After", "5"), status("Succeeded"))
                .on("GET " + NETWORK, Reply.state(200, "Succeeded"));

        assertThat(put().text("id")).contains("/x");
        assertThat(arm().calls())
                .containsExactly(
                        "PUT " + NETWORK + "?api-version=2025-01-01",
                        "GET " + STATUS + "?t=1",
                        "GET " + STATUS + "?t=1",
                        "GET " + NETWORK + "?api-version=2025-01-01");
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    @Test
    void aStatusThatCannotBeReadIsNoFailure() {
        arm().on("PUT " + NETWORK, accepted(201))
                .on(
                        "GET " + STATUS,
                        Reply.error(404, "NotFound", "Not yet."),
                        Reply.error(500, "InternalServerError", "Oops."),
                        Reply.error(400, "BadRequest", "Oops."),
                        status("Succeeded"))
                .on("GET " + NETWORK, Reply.state(200, "Succeeded"));

        assertThat(put().text("id")).contains("/x");
    }

    @Test
    void whereTheStatusIsLostTheObjectTells() {
        arm().on("PUT " + NETWORK, accepted(201))
                .on("GET " + STATUS, Reply.error(404, "NotFound", "Never."))
                .on("GET " + NETWORK, Reply.state(200, "Updating"), Reply.state(200, "Succeeded"));

        assertThat(put().text("id")).contains("/x");
    }

    @ParameterizedTest
    @CsvSource({"Failed, the operation failed", "Canceled, the operation was cancelled", "Cancelled, cancelled"})
    void aFailedOperationIsToldAsOne(String word, String said) {
        arm().on("PUT " + NETWORK, accepted(201)).on("GET " + STATUS, status(word));

        failsWith(ErrorClass.FAILED_OPERATION, this::put).hasMessageContaining(said);
    }

    @Test
    void aFailedOperationGivesItsReason() {
        arm().on("PUT " + NETWORK, accepted(201))
                .on(
                        "GET " + STATUS,
                        Reply.of(
                                200,
                                "{\"status\":\"Failed\",\"error\":{\"code\":\"SkuNotAvailable\",\"message\":\"Not"
                                        + " there.\"}}"));

        failsWith(ErrorClass.FAILED_OPERATION, this::put).hasMessageContaining("SkuNotAvailable: Not there.");
    }

    @Test
    void anOperationThatFailsBecauseOfAnotherIsBegunAgain() {
        arm().on("PUT " + NETWORK, accepted(201))
                .on(
                        "GET " + STATUS,
                        Reply.of(200, "{\"status\":\"Failed\",\"error\":{\"code\":\"AnotherOperationInProgress\"}}"),
                        status("Succeeded"))
                .on("GET " + NETWORK, Reply.state(200, "Succeeded"));

        put();

        assertThat(arm().calls()).filteredOn(call -> call.startsWith("PUT")).hasSize(2);
    }

    @Test
    void anOperationThatDoesNotEndIsToldInTime() {
        arm().on("PUT " + NETWORK, accepted(201)).on("GET " + STATUS, status("InProgress"));

        failsWith(ErrorClass.UNCERTAIN, () -> calls().put(
                                NETWORK, VERSION, BODY, CallOptions.within(Duration.ofMinutes(10))))
                .hasMessageContaining("not done with it in time");
        assertThat(time.slept()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    }

    @Test
    void anObjectThatIsStillChangingIsWaitedFor() {
        arm().on("PUT " + NETWORK, Reply.state(201, "Creating"))
                .on(
                        "GET " + NETWORK,
                        Reply.error(404, "ResourceNotFound", "Not yet."),
                        Reply.state(200, "Creating"),
                        Reply.state(200, "Succeeded"));

        assertThat(put().text("id")).contains("/x");
    }

    @Test
    void anObjectThatEndsInFailureIsToldAsSuch() {
        arm().on("PUT " + NETWORK, Reply.state(201, "Creating")).on("GET " + NETWORK, Reply.state(200, "Failed"));

        failsWith(ErrorClass.FAILED_OPERATION, this::put);
    }

    @Test
    void aLocationIsFollowedUntilItsResult() {
        arm().on("PUT " + NETWORK, Reply.of(202, "").with("Location", "{endpoint}" + RESULT))
                .on("GET " + RESULT, Reply.of(202, ""), Reply.of(200, "{}"))
                .on("GET " + NETWORK, Reply.state(200, "Succeeded"));

        assertThat(put().text("id")).contains("/x");
        assertThat(arm().calls())
                .filteredOn(call -> call.contains("operationResults"))
                .hasSize(2);
    }

    @Test
    void aRefusalAtTheLocationIsTheOperations() {
        arm().on("PUT " + NETWORK, Reply.of(202, "").with("Location", "{endpoint}" + RESULT))
                .on("GET " + RESULT, Reply.error(409, "StorageAccountAlreadyTaken", "Taken."));

        failsWith(ErrorClass.FAILED_OPERATION, this::put).hasMessageContaining("StorageAccountAlreadyTaken");
    }

    /** Such a location answers 200 from the start. */
    @Test
    void aLocationMayBeTheObjectItself() {
        arm().on(
                        "PUT " + NETWORK,
                        Reply.of(202, "").with("Location", "{endpoint}" + NETWORK.replace("Groups", "groups") + "?v=1"))
                .on(
                        "GET " + NETWORK,
                        Reply.error(404, "ResourceNotFound", "Not yet."),
                        Reply.state(200, "Creating"),
                        Reply.state(200, "Succeeded"));

        assertThat(put().text("id")).contains("/x");
        assertThat(arm().calls()).hasSize(4).noneMatch(call -> call.contains("v=1"));
    }

    @Test
    void aDeletionIsFollowed() {
        arm().on("DELETE " + NETWORK, Reply.of(202, "").with("Azure-AsyncOperation", "{endpoint}" + STATUS))
                .on("GET " + STATUS, status("Deleting"), status("Succeeded"));

        calls().delete(NETWORK, VERSION, CallOptions.DEFAULT);

        assertThat(arm().calls()).hasSize(3);
    }

    @Test
    void aDeletionWithoutAnAddressIsFollowedByTheObject() {
        arm().on("DELETE " + NETWORK, Reply.of(202, ""))
                .on(
                        "GET " + NETWORK,
                        Reply.state(200, "Succeeded"),
                        Reply.state(200, "Deleting"),
                        Reply.error(404, "ResourceNotFound", "Gone."));

        calls().delete(NETWORK, VERSION, CallOptions.DEFAULT);

        assertThat(arm().calls()).hasSize(4);
    }

    /** Where the URL of a deletion is gone, the object decides: the deletion may still be under way. */
    @Test
    void aDeletionWhoseStatusIsLostIsFollowedByTheObject() {
        arm().on("DELETE " + NETWORK, Reply.of(202, "").with("Location", "{endpoint}" + RESULT))
                .on("GET " + RESULT, Reply.error(404, "NotFound", "Gone."))
                .on("GET " + NETWORK, Reply.state(200, "Deleting"), Reply.error(404, "ResourceNotFound", "Gone."));

        calls().delete(NETWORK, VERSION, CallOptions.DEFAULT);

        assertThat(arm().calls()).endsWith("GET " + NETWORK + "?api-version=2025-01-01");
    }

    @Test
    void anActionGivesTheResultOfItsOperation() {
        arm().on(
                        "POST " + NETWORK + "/check",
                        Reply.of(202, "")
                                .with("Azure-AsyncOperation", "{endpoint}" + STATUS)
                                .with("Location", "{endpoint}" + RESULT))
                .on("GET " + STATUS, status("Succeeded"))
                .on("GET " + RESULT, Reply.of(200, "{\"answer\":\"42\"}"));

        assertThat(calls().post(NETWORK + "/check", VERSION, MapValue.EMPTY, CallOptions.DEFAULT)
                        .flatMap(result -> result.text("answer")))
                .contains("42");
    }

    @Test
    void whoDoesNotWaitGetsTheAnswerAtOnce() {
        arm().on("PUT " + NETWORK, accepted(201));

        calls().put(NETWORK, VERSION, BODY, CallOptions.DEFAULT.withoutWaiting());

        assertThat(arm().calls()).hasSize(1);
    }

    @Test
    void noStatusIsAskedOfAnotherHost() {
        arm().on("PUT " + NETWORK, Reply.of(202, "").with("Azure-AsyncOperation", "https://evil.example/status"));

        failsWith(ErrorClass.UNCERTAIN, this::put).hasMessageContaining("another host");
    }
}
