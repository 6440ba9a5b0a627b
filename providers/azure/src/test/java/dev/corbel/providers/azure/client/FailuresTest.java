package dev.corbel.providers.azure.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.clients.azure.ArmCall;
import dev.corbel.clients.azure.ArmError;
import dev.corbel.clients.azure.ArmException;
import dev.corbel.clients.azure.ErrorClass;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
    private static final String VAULT =
            "/subscriptions/50000000-0000-4000-8000-000000000001/resourceGroups/shop/providers/Microsoft.KeyVault/vaults/v";

    private static ArmException failure(ErrorClass kind, int status, String code, String message) {
        ArmCall call = new ArmCall("PUT", VAULT, "https://management.azure.com", status == 0 ? "" : "r-1");
        return new ArmException(kind, call, status, new ArmError(code, message, List.of()), false);
    }

    @Test
    void aRefusalIsToldWithWhatSupportAsksFor() {
        Diagnostic told =
                Failures.diagnose(failure(ErrorClass.REFUSED, 409, "VaultAlreadyExists", "the name is taken"));

        assertThat(told.summary()).isEqualTo("PUT " + VAULT + " failed: VaultAlreadyExists");
        assertThat(told.detail()).isEqualTo("The name is taken. (HTTP 409, request id r-1)");
        assertThat(told.hint()).isEmpty();
        assertThat(told.isOfSession()).isFalse();
    }

    @Test
    void aMissingRegistrationIsToldWithTheCommandThatMakesIt() {
        Diagnostic told = Failures.diagnose(
                failure(ErrorClass.NOT_REGISTERED, 409, "MissingSubscriptionRegistration", "Not registered."));

        assertThat(told.summary())
                .isEqualTo("The subscription has not registered the resource provider Microsoft.KeyVault");
        assertThat(told.hint())
                .contains("Have it registered by somebody who may: az provider register --namespace Microsoft.KeyVault"
                        + " --subscription 50000000-0000-4000-8000-000000000001 --wait");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_CREDENTIALS, Nobody is signed in to Azure, Sign in with az login",
        "REJECTED_CREDENTIALS, Azure does not take the credentials, the clock of this machine",
        "UNREACHABLE, Nothing answers at https://management.azure.com, endpoint and caFile",
    })
    void whatAllObjectsMeetIsToldOfTheSession(ErrorClass kind, String summary, String hint) {
        Diagnostic told = Failures.diagnose(failure(kind, 0, "", "it is so"));

        assertThat(told.summary()).isEqualTo(summary);
        assertThat(told.detail()).isEqualTo("It is so.");
        assertThat(told.hint().orElse("")).contains(hint);
        assertThat(told.isOfSession()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCESS_DENIED, AuthorizationFailed, Give the identity a role",
        "FORBIDDEN_BY_RULE, ScopeLocked, A lock forbids it",
        "FORBIDDEN_BY_RULE, RequestDisallowedByPolicy, A policy of Azure forbids it",
        "THROTTLED, TooManyRequests, smaller --parallelism",
        "IN_PROGRESS, AnotherOperationInProgress, Another operation is under way there",
        "PRECONDITION, PreconditionFailed, Plan again",
        "FAILED_OPERATION, SkuNotAvailable, Plan again",
        "UNCERTAIN, InternalServerError, Plan again",
    })
    void aFailureThatHasAWayOutNamesIt(ErrorClass kind, String code, String hint) {
        assertThat(Failures.diagnose(failure(kind, 400, code, "No.")).hint().orElse(""))
                .contains(hint);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, false, FAILED",
        "ACCESS_DENIED, false, PERMISSION",
        "THROTTLED, false, THROTTLED",
        "UNREACHABLE, false, UNREACHABLE",
        "UNCERTAIN, true, FAILED",
        "CANCELLED, true, FAILED",
        "FAILED_OPERATION, true, FAILED",
    })
    void theContractLearnsWhetherItMayHaveBeenDone(ErrorClass kind, boolean uncertain, ReadResult.Cause cause) {
        ProviderException exception = Failures.exception(failure(kind, 0, "", ""));

        assertThat(exception.isUncertain()).isEqualTo(uncertain);
        assertThat(exception.readCause()).isEqualTo(cause);
        assertThat(Failures.unreadable(failure(kind, 0, "", "")).cause()).isEqualTo(cause);
    }
}
