package dev.corbel.planner.apply;

import dev.corbel.planner.session.ProviderCall;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.HashSet;
import java.util.Set;

/**
 * The calls of providers that run now. Only these are ever interrupted, never a thread that writes state: an interrupt
 * there would close the journal.
 */
final class ProviderCalls {
    private final Set<Thread> threads = new HashSet<>();
    private boolean interrupted;

    /**
     * Runs a call.
     *
     * @throws ProviderException as the call does; also where it throws anything else
     */
    <T> T run(String provider, ProviderCall<T> call) throws ProviderException {
        enter();
        try {
            return call.run();
        } catch (DiagnosticsException problem) {
            throw new ProviderException(problem.diagnostics().get(0)).because(problem);
        } catch (RuntimeException crash) {
            throw ProviderFailures.crash(provider, crash);
        } finally {
            leave();
        }
    }

    /** Interrupts all calls, those too that start later. */
    synchronized void interrupt() {
        interrupted = true;
        threads.forEach(Thread::interrupt);
    }

    /** Tells whether a call that fails now may have failed since it was interrupted, with an effect that nobody knows. */
    synchronized boolean isInterrupted() {
        return interrupted;
    }

    private synchronized void enter() {
        threads.add(Thread.currentThread());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void leave() {
        threads.remove(Thread.currentThread());
        Thread.interrupted();
    }
}
