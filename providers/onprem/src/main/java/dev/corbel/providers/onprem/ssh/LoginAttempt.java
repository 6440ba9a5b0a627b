package dev.corbel.providers.onprem.ssh;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.security.PublicKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One login, from its beginning: the server, the keys that it may have, and the reason why it was refused. */
final class LoginAttempt {
    private final SshTarget target;
    private final HostKeys keys;
    private final AtomicReference<@Nullable Diagnostic> refusal = new AtomicReference<>();

    LoginAttempt(SshTarget target, HostKeys keys) {
        this.target = target;
        this.keys = keys;
    }

    SshTarget target() {
        return target;
    }

    HostKeys keys() {
        return keys;
    }

    /** Tells whether the key that the server shows is known, and remembers what is wrong with it. */
    boolean accepts(PublicKey key) {
        Optional<Diagnostic> problem = keys.refusal(key);
        problem.ifPresent(refusal::set);
        return problem.isEmpty();
    }

    Optional<Diagnostic> refusal() {
        return Optional.ofNullable(refusal.get());
    }
}
