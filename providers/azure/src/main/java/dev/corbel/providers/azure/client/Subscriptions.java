package dev.corbel.providers.azure.client;

import dev.corbel.clients.azure.ArmCalls;
import dev.corbel.clients.azure.ArmException;
import dev.corbel.clients.azure.ErrorClass;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the subscription to work in among those that the credentials see. */
final class Subscriptions {
    private static final String API_VERSION = "2022-12-01";
    private static final int NAMED = 5;

    private Subscriptions() {}

    /** The subscription; a {@link DiagnosticsException} where the credentials do not see it, or see several and none is named. */
    static Subscription find(Optional<String> id, ArmCalls calls) {
        return id.map(wanted -> named(wanted, calls)).orElseGet(() -> only(calls));
    }

    private static Subscription named(String id, ArmCalls calls) {
        try {
            return read(calls.find("/subscriptions/" + id, API_VERSION).orElseThrow(() -> unseen(id, calls)));
        } catch (ArmException refused) {
            if (isOfSubscription(refused)) {
                throw unseen(id, calls);
            }
            throw refused;
        }
    }

    /** A subscription of another tenant is refused with 401, one without a role in it with 403 or 404. */
    private static boolean isOfSubscription(ArmException refused) {
        return refused.kind() == ErrorClass.ACCESS_DENIED
                || refused.has("SubscriptionNotFound")
                || refused.has("InvalidSubscriptionId")
                || refused.has("InvalidAuthenticationTokenTenant");
    }

    private static Subscription only(ArmCalls calls) {
        List<Subscription> seen = seen(calls);
        if (seen.size() == 1) {
            return seen.get(0);
        }
        String summary = seen.isEmpty()
                ? "The credentials see no Azure subscription"
                : "No Azure subscription is given, and the credentials see " + seen.size();
        throw new DiagnosticsException(Diagnostic.error(summary, listed(seen))
                .withHint("Write provider('azure') { subscription = '…' }, or set AZURE_SUBSCRIPTION_ID.")
                .ofSession());
    }

    private static DiagnosticsException unseen(String id, ArmCalls calls) {
        return new DiagnosticsException(Diagnostic.error(
                        "The credentials do not see the Azure subscription " + id,
                        listed(seen(calls)) + " Nothing else was read, and nothing was changed.")
                .withHint("Sign in to its tenant, give the identity a role in it, or correct the subscription.")
                .ofSession());
    }

    private static List<Subscription> seen(ArmCalls calls) {
        return calls.list("/subscriptions", API_VERSION).stream()
                .map(Subscriptions::read)
                .toList();
    }

    private static String listed(List<Subscription> seen) {
        if (seen.isEmpty()) {
            return "They see none.";
        }
        return seen.stream()
                        .limit(NAMED)
                        .map(one -> one.id() + " (" + one.name() + ")")
                        .collect(Collectors.joining(", ", "They see ", ""))
                + (seen.size() > NAMED ? " and " + (seen.size() - NAMED) + " more." : ".");
    }

    private static Subscription read(MapValue body) {
        return new Subscription(
                body.text("subscriptionId").orElse(""),
                body.text("tenantId").orElse(""),
                body.text("displayName").orElse(""));
    }
}
