package dev.corbel.state.conformance;

import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;
import java.util.function.Function;

/** State in files, whose lock goes with the process: a run that is killed is one that closes without a commit. */
record TestedFiles(Function<String, StateBackend> opening) implements TestedBackend {
    @Override
    public StateBackend open(String environment) {
        return opening.apply(environment);
    }

    @Override
    public void kill(String environment, StateTransaction transaction) {
        transaction.close();
    }
}
