package dev.corbel.providers.azure.client;

import dev.corbel.clients.azure.ArmCall;
import dev.corbel.clients.azure.ArmException;
import dev.corbel.clients.azure.ErrorClass;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Puts failures of calls into words: the call, Azure's code and reasons, the request id, and what to do. */
public final class Failures {
    private Failures() {}

    /**
     * The failure as the contract has it: uncertain where nobody knows what the call did. After a long operation that failed, the type
     * adds the object that it left, if any.
     */
    public static ProviderException exception(ArmException failure) {
        ProviderException exception = failure.kind().isWithoutEffect()
                ? new ProviderException(diagnose(failure))
                : ProviderException.uncertain(diagnose(failure));
        return exception.dueTo(cause(failure)).because(failure);
    }

    /** A problem with credentials or the endpoint is one of the session, since all objects meet it. */
    public static Diagnostic diagnose(ArmException failure) {
        Diagnostic told = Diagnostic.error(summary(failure), detail(failure)).withHint(hint(failure));
        return failure.kind().isOfSession() ? told.ofSession() : told;
    }

    /** The answer for an object that could not be read. */
    public static ReadResult.Unreadable unreadable(ArmException failure) {
        return new ReadResult.Unreadable(diagnose(failure), cause(failure));
    }

    static ReadResult.Cause cause(ArmException failure) {
        return switch (failure.kind()) {
            case ACCESS_DENIED, NO_CREDENTIALS, REJECTED_CREDENTIALS -> ReadResult.Cause.PERMISSION;
            case THROTTLED -> ReadResult.Cause.THROTTLED;
            case UNREACHABLE -> ReadResult.Cause.UNREACHABLE;
            default -> ReadResult.Cause.FAILED;
        };
    }

    private static String summary(ArmException failure) {
        String call = failure.call().words();
        return switch (failure.kind()) {
            case NO_CREDENTIALS -> "Nobody is signed in to Azure";
            case REJECTED_CREDENTIALS -> "Azure does not take the credentials" + code(failure);
            case UNREACHABLE -> "Nothing answers at " + failure.call().endpoint();
            case CANCELLED -> call + " was cancelled";
            case NOT_REGISTERED ->
                "The subscription has not registered the resource provider "
                        + failure.call().namespace();
            default -> call + " failed" + code(failure);
        };
    }

    private static String code(ArmException failure) {
        return failure.code().isEmpty() ? "" : ": " + failure.code();
    }

    /** Azure's messages, then the facts that its support asks for. */
    private static String detail(ArmException failure) {
        if (failure.kind() == ErrorClass.CANCELLED) {
            return "Whether it took effect is known to Azure alone.";
        }
        StringJoiner facts = new StringJoiner(", ", " (", ")").setEmptyValue("");
        if (failure.status() > 0) {
            facts.add("HTTP " + failure.status());
        }
        if (!failure.call().requestId().isEmpty()) {
            facts.add("request id " + failure.call().requestId());
        }
        return sentence(failure.error().words().orElse("Azure gives no reason")) + facts;
    }

    private static String sentence(String text) {
        String begun = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    private static @Nullable String hint(ArmException failure) {
        return switch (failure.kind()) {
            case NO_CREDENTIALS ->
                "Sign in with az login, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET (or"
                        + " AZURE_FEDERATED_TOKEN_FILE).";
            case REJECTED_CREDENTIALS ->
                "Check the tenant, the client and its secret, AZURE_AUTHORITY_HOST where one is set, and the clock of"
                        + " this machine; or sign in again with az login.";
            case UNREACHABLE ->
                "Check the network and, where they are set, endpoint and caFile in provider('azure') { … } and"
                        + " AZURE_AUTHORITY_HOST.";
            case ACCESS_DENIED ->
                "Give the identity a role with this permission, such as Contributor on the resource group. A new role"
                        + " takes some minutes to count.";
            case FORBIDDEN_BY_RULE ->
                failure.has("ScopeLocked")
                        ? "A lock forbids it: remove the lock first, if it may go (az lock list)."
                        : "A policy of Azure forbids it: meet it, or have an exemption made (az policy assignment"
                                + " list).";
            case NOT_REGISTERED -> "Have it registered by somebody who may: " + registration(failure.call());
            case THROTTLED -> "Azure limits the rate of these calls. Use a smaller --parallelism, or try again later.";
            case IN_PROGRESS -> "Another operation is under way there. Try again when it has ended.";
            case PRECONDITION -> "Something else changed the object meanwhile. Plan again.";
            case FAILED_OPERATION, UNCERTAIN -> "Plan again to see what is there.";
            default -> null;
        };
    }

    private static String registration(ArmCall call) {
        String[] parts = call.path().split("/", 4);
        String subscription =
                parts.length > 2 && parts[1].equalsIgnoreCase("subscriptions") ? " --subscription " + parts[2] : "";
        return "az provider register --namespace " + call.namespace() + subscription + " --wait";
    }
}
