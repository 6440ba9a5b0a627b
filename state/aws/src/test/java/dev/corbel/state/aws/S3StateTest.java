package dev.corbel.state.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.proxy.AwsProxy;
import dev.corbel.emulators.proxy.Faults;
import dev.corbel.emulators.proxy.ProxyExtension;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.conformance.RemoteStateContract;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteSettings;
import dev.corbel.state.remote.RemoteStateStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({MotoExtension.class, ProxyExtension.class})
class S3StateTest extends RemoteStateContract {
    private static final LockHolder HOLDER = LockHolder.ofThisProcess("apply production");

    private final AwsProxy proxy;

    @TempDir
    Path folder;

    S3StateTest(AwsProxy proxy) {
        this.proxy = proxy;
    }

    @BeforeEach
    void makeBucket() {
        Blocks.makeBucket(proxy.endpoint());
    }

    @Override
    protected ObjectStore connect(String name) {
        return new S3Objects(Blocks.s3(proxy.endpoint()), name);
    }

    @Override
    protected RemoteSettings settings() {
        return RemoteSettings.standard().faster(10);
    }

    private StateBackend store() {
        return new RemoteStateStore(
                connect("production"), new BackendContext(folder, "production", "test"), settings());
    }

    private static Result output(String value) {
        return new Result(
                Optional.empty(), List.of(new StateChange.PutOutput("url", new OutputValue(Value.of(value), false))));
    }

    @Test
    void aStoreThatIgnoresConditionsIsRefusedBeforeAnythingIsTrusted() {
        proxy.ignoreConditionsOfWrites();
        try (StateBackend store = store()) {
            DiagnosticsException refused =
                    catchThrowableOfType(DiagnosticsException.class, () -> store.begin(HOLDER, Duration.ZERO));
            assertThat(refused.diagnostics())
                    .containsExactly(Diagnostic.error(
                                    "State cannot be kept in bucket \"acme-state\", folder \"corbel/production\"",
                                    "It overwrites an object though it was asked to do so only where nobody else had"
                                            + " written it, so two runs could overwrite each other's state.")
                            .withHint("Use a store that knows conditional writes (If-Match and If-None-Match)."));
        }
    }

    @Test
    void answersThatAreLostLockNobodyOut() {
        for (int seed = 1; seed <= 10; seed++) {
            proxy.inject(new Faults(seed, 0.05, 0.1, 0.1, 0));
            String value = "run " + seed;
            try (StateBackend store = store();
                    StateTransaction transaction = store.begin(HOLDER, Duration.ofMinutes(1))) {
                transaction.record(output(value));
                assertThat(transaction.commit().serial()).as("seed %d", seed).isEqualTo(seed);
            }
            proxy.inject(Faults.NONE);
            try (StateBackend store = store()) {
                assertThat(store.read().outputs().get("url"))
                        .as("seed %d", seed)
                        .isEqualTo(new OutputValue(Value.of(value), false));
                assertThat(store.holder()).as("seed %d", seed).isEmpty();
            }
        }
    }
}
