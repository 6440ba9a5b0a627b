package dev.corbel.state.conformance;

import static dev.corbel.state.conformance.Samples.holder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The ground of the contracts of a backend: an environment that was never used before, for each test another one. */
public abstract class BackendFixture {
    /** Enough to wait out the lease of a killed run. */
    static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final String environment = "contract-" + java.util.UUID.randomUUID();
    private final List<StateBackend> opened = new ArrayList<>();
    private final TestedBackend backend;

    BackendFixture(TestedBackend backend) {
        this.backend = backend;
    }

    /** A client of its own for an environment's state, as another process would open it. */
    final StateBackend open(String name) {
        return backend.open(name);
    }

    final void kill(StateTransaction transaction) {
        backend.kill(environment, transaction);
    }

    final String environment() {
        return environment;
    }

    final StateBackend open() {
        StateBackend store = open(environment);
        synchronized (opened) {
            opened.add(store);
        }
        return store;
    }

    /** A client that holds no lock. */
    final StateBackend store() {
        return opened.get(0);
    }

    @BeforeEach
    final void openOne() {
        opened.add(open(environment));
    }

    final StateTransaction begin() {
        return open().begin(holder("id-1"), TIMEOUT);
    }

    final State commit(Result result) {
        try (StateTransaction transaction = begin()) {
            transaction.record(result);
            return transaction.commit();
        }
    }

    /** The text for people. */
    static String problem(ThrowingCallable call) {
        DiagnosticsException problem = catchThrowableOfType(DiagnosticsException.class, call);
        assertThat(problem).isNotNull();
        Diagnostic only = problem.diagnostics().get(0);
        return only.summary() + "\n" + only.detail();
    }

    @AfterEach
    final void closeAll() {
        synchronized (opened) {
            opened.forEach(StateBackend::close);
        }
    }
}
