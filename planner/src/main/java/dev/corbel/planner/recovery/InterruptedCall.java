package dev.corbel.planner.recovery;

import dev.corbel.planner.object.IntentRedaction;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.journal.Intent;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Describes a call whose result nobody can find out. */
final class InterruptedCall {
    private static final Logger LOG = LoggerFactory.getLogger(InterruptedCall.class);

    private final String environment;
    private final Intent intent;
    private final Address address;

    InterruptedCall(String environment, Intent intent) {
        this.environment = environment;
        this.intent = intent;
        this.address = intent.address();
    }

    /** The type has no way to find what it created. */
    Diagnostic cannotBeFound() {
        return nobodyKnows("objects of the type " + type() + " cannot be found again by themselves");
    }

    /** The same call cannot be made again without what was held back. */
    Diagnostic cannotBeRepeated() {
        return nobodyKnows("what it asked for holds secrets, which are not kept, so that the type " + type()
                + " cannot repeat it");
    }

    /** Nothing has the name, as far as that is known without what was held back. */
    Diagnostic notFoundWithoutSecrets() {
        return nobodyKnows("no object of the type " + type() + " was found, which proves nothing: what it asked for"
                + " holds secrets, which are not kept, and its name may be one of them");
    }

    /** Names the way on past an obstacle that may pass by itself. */
    Diagnostic unanswered(Diagnostic failure) {
        String known = failure.hint().map(hint -> hint + "\n").orElse("");
        if (failure.isOfSession()) {
            return failure.withHint(
                    known + "An earlier run did not learn what came of a creation, and nothing is planned"
                            + " before that is known. Run the command again.");
        }
        return failure.withHint(
                known + "An earlier run did not learn whether " + address + " was created, and nothing is"
                        + " planned before that is known. Run the command again, or settle it by hand.\n" + byHand());
    }

    /** Something was thrown that must not be; without what was held back, that is no wonder. */
    Diagnostic crashed(RuntimeException crash) {
        LOG.error("looking for what came of the {} of {} failed", action(), address, crash);
        boolean creation = intent.action() == Intent.Action.CREATE;
        if (creation && intent.identity() != IdentityClass.CLIENT_TOKEN && IntentRedaction.isIn(intent.planned())) {
            return nobodyKnows("what it asked for holds secrets, which are not kept, so that the type " + type()
                    + " cannot look for it");
        }
        return Diagnostic.error(
                        "Looking for what came of the " + action() + " of " + address + " failed: " + crash,
                        "An earlier run did not learn it (operation " + intent.operation() + "). This is a bug in"
                                + " provider \"" + intent.provider().key() + "\" or in Corbel, not in the definition."
                                + " The log says more.")
                .withHint(
                        creation
                                ? byHand()
                                : forgetting() + " forgets the call, and the object with it. Where that exists: "
                                        + importing());
    }

    private Diagnostic nobodyKnows(String why) {
        return Diagnostic.error(
                        "Nobody knows whether %s was created".formatted(address),
                        "An earlier run did not learn what came of the creation (operation %s, provider \"%s\"), and %s."
                                .formatted(intent.operation(), intent.provider().key(), why))
                .withHint(byHand());
    }

    private String byHand() {
        return "Look for the object. Where it exists: " + importing() + ". Where not: " + forgetting();
    }

    private String importing() {
        return "corbel import %s '%s' ID".formatted(environment, address);
    }

    private String forgetting() {
        return "corbel state rm %s '%s'".formatted(environment, address);
    }

    private String type() {
        return address.last().type();
    }

    private String action() {
        return intent.action().name().toLowerCase(Locale.ROOT);
    }
}
