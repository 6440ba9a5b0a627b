package dev.corbel.clients.azure;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The class of an answer that is no success: by its status, and by codes where one status means several things. */
final class Verdicts {
    private static final Set<String> RULES = Set.of("requestdisallowedbypolicy", "scopelocked");
    private static final Set<String> UNREGISTERED =
            Set.of("missingsubscriptionregistration", "noregisteredproviderfound", "missingregistrationfortype");
    /** Answered with 404, and not of the object. */
    private static final Set<String> UNKNOWN = Set.of(
            "invalidapiversionparameter",
            "invalidresourcenamespace",
            "invalidresourcetype",
            "invalidsubscriptionid",
            "subscriptionnotfound");
    /** Parts of the codes with which services say that something else is under way. */
    private static final List<String> PASSING =
            List.of("inprogress", "retryable", "busy", "beingdeleted", "referencedresourcenotprovisioned", "preempted");

    private Verdicts() {}

    static ErrorClass of(int status, ArmError error) {
        if (status == 408 || status >= 500) {
            return ErrorClass.UNCERTAIN;
        }
        if (anyCode(error, RULES)) {
            return ErrorClass.FORBIDDEN_BY_RULE;
        }
        if ((status == 404 || status == 409) && anyCode(error, UNREGISTERED)) {
            return ErrorClass.NOT_REGISTERED;
        }
        return switch (status) {
            case 401 -> ErrorClass.REJECTED_CREDENTIALS;
            case 403 -> ErrorClass.ACCESS_DENIED;
            case 404 -> anyCode(error, UNKNOWN) ? ErrorClass.REFUSED : ErrorClass.NOT_FOUND;
            case 409 -> passes(error) ? ErrorClass.IN_PROGRESS : ErrorClass.REFUSED;
            case 412 -> ErrorClass.PRECONDITION;
            case 429 -> passes(error) ? ErrorClass.IN_PROGRESS : ErrorClass.THROTTLED;
            default -> ErrorClass.REFUSED;
        };
    }

    /** Tests for a reason that goes away by itself: another operation is under way. */
    static boolean passes(ArmError error) {
        return error.all().map(each -> each.code().toLowerCase(Locale.ROOT)).anyMatch(code -> PASSING.stream()
                .anyMatch(code::contains));
    }

    private static boolean anyCode(ArmError error, Set<String> codes) {
        return error.all().anyMatch(each -> codes.contains(each.code().toLowerCase(Locale.ROOT)));
    }
}
