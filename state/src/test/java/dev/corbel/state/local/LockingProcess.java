package dev.corbel.state.local;

import static dev.corbel.state.Samples.put;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.model.LockHolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A process of its own that uses the lock of an environment. */
final class LockingProcess {
    static final int UPDATES = 5;

    private LockingProcess() {}

    public static void main(String[] options) throws IOException {
        LocalStateStore store = new LocalStateStore(Path.of(options[0]), "production", "0.1.0");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        switch (options[1]) {
            case "try" -> attempt(store, input);
            case "hold" -> hold(store, input);
            default -> update(store, options[2]);
        }
    }

    private static void attempt(LocalStateStore store, BufferedReader input) throws IOException {
        System.out.println("ready");
        input.readLine();
        try (StateTransaction transaction = store.begin(LockHolder.ofThisProcess("try"), Duration.ZERO)) {
            transaction.record(put("a", "1"));
            transaction.commit();
            System.out.println("won");
            input.readLine();
        } catch (DiagnosticsException locked) {
            System.out.println(locked.diagnostics().get(0).detail());
        }
    }

    private static void hold(LocalStateStore store, BufferedReader input) throws IOException {
        try (StateTransaction transaction = store.begin(LockHolder.ofThisProcess("hold"), Duration.ZERO)) {
            transaction.record(put("held", "1"));
            System.out.println("holding");
            input.readLine();
        }
    }

    private static void update(LocalStateStore store, String name) {
        for (int i = 0; i < UPDATES; i++) {
            try (StateTransaction transaction =
                    store.begin(LockHolder.ofThisProcess("update"), Duration.ofMinutes(5))) {
                transaction.record(put(name + "-" + i, "1"));
                transaction.commit();
            }
        }
    }
}
