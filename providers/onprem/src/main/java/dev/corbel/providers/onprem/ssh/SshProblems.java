package dev.corbel.providers.onprem.ssh;

import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.onprem.host.ConnectionException;
import dev.corbel.providers.onprem.host.HostSettings;
import java.time.Duration;

/** Puts failures of connections into words. */
final class SshProblems {
    private SshProblems() {}

    static Diagnostic configuration(HostSettings settings, SshConfigException refused) {
        return Diagnostic.error(
                        "The configuration of SSH for " + settings.name() + " is not understood",
                        refused.getMessage() + ".")
                .withHint("Say in the provider's configuration how the host is reached: address, port, user, bastion,"
                        + " identityFile.");
    }

    /**
     * A login that failed.
     *
     * @param connected whether the server answered
     */
    static ConnectionException login(
            HostSettings settings, LoginAttempt attempt, Identities identities, boolean connected, Exception failure) {
        if (attempt.refusal().isPresent()) {
            return exception(attempt.refusal().get(), ReadResult.Cause.PERMISSION, failure);
        }
        String title = attempt.target().title();
        String way = title.contains(settings.address()) ? "" : ", which is on the way to " + settings.name() + ",";
        if (!connected) {
            return exception(
                    Diagnostic.error(
                                    "Nothing answers at " + title,
                                    "%s%s could not be reached within %d s: %s"
                                            .formatted(
                                                    title,
                                                    way,
                                                    settings.connectTimeout().toSeconds(),
                                                    reason(failure)))
                            .withHint("Check the network, the address and the port, and whether its SSH server runs."),
                    ReadResult.Cause.UNREACHABLE,
                    failure);
        }
        boolean refused = String.valueOf(failure.getMessage()).contains("No more authentication methods");
        String problems = identities.problems().isEmpty() ? "" : " " + String.join(". ", identities.problems()) + ".";
        return refused
                ? exception(
                        Diagnostic.error(
                                        title + " accepts none of the keys",
                                        "%d keys of files%s were offered.%s"
                                                .formatted(
                                                        identities.keys().size(),
                                                        attempt.target().agent().isPresent()
                                                                ? " and those of the agent"
                                                                : "",
                                                        problems))
                                .withHint(
                                        "Put the public key into ~/.ssh/authorized_keys of that user, or name another with"
                                                + " identityFile, and its passphrase where it has one."),
                        ReadResult.Cause.PERMISSION,
                        failure)
                : exception(
                        Diagnostic.error("The login at " + title + " failed", reason(failure) + problems),
                        ReadResult.Cause.UNREACHABLE,
                        failure);
    }

    /** A connection that broke. */
    static ConnectionException broken(HostSettings settings, boolean began, Exception failure) {
        return exception(
                Diagnostic.error(
                        "The connection to " + settings.name() + " broke",
                        began
                                ? "How far its script came is not known: " + reason(failure)
                                : "Its script did not begin: " + reason(failure)),
                ReadResult.Cause.UNREACHABLE,
                began,
                failure);
    }

    static ConnectionException tooSlow(HostSettings settings, Duration timeout) {
        return new ConnectionException(
                Diagnostic.error(
                        "No answer from " + settings.name() + " within " + timeout.toSeconds() + " s",
                        "The connection stands, and the script did not end."),
                ReadResult.Cause.UNREACHABLE,
                true);
    }

    private static ConnectionException exception(Diagnostic diagnostic, ReadResult.Cause kind, Exception failure) {
        return exception(diagnostic, kind, false, failure);
    }

    private static ConnectionException exception(
            Diagnostic diagnostic, ReadResult.Cause kind, boolean began, Exception failure) {
        ConnectionException exception = new ConnectionException(diagnostic, kind, began);
        exception.initCause(failure);
        return exception;
    }

    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return (message == null ? innermost.getClass().getSimpleName() : message.strip()) + ".";
    }
}
