package dev.corbel.state.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.backend.StateBackends;
import dev.corbel.state.backend.StateBlock;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.StateChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The two of this module together: state in S3, encrypted with a key of KMS. */
@ExtendWith(MotoExtension.class)
class EncryptedStateTest {
    private static final StateChange SECRET =
            new StateChange.PutOutput("password", new OutputValue(Value.of("correct horse"), true));

    @TempDir
    Path project;

    private StateBackend open(MotoServer moto, String alias) {
        Value endpoint = Value.of(moto.endpoint().toString());
        Value region = Value.of("eu-central-1");
        MapValue key = new MapValue(Map.of("key", Value.of(alias), "region", region, "endpoint", endpoint));
        StateBlock block = new StateBlock(
                "s3",
                new MapValue(Map.of(
                        "bucket",
                        Value.of(Blocks.BUCKET),
                        "region",
                        region,
                        "endpoint",
                        endpoint,
                        "encryption",
                        new MapValue(Map.of("awsKms", key)))),
                Optional.empty(),
                Map.of());
        StateBackends backends = StateBackends.discover();
        BackendContext context = new BackendContext(project, "production", "test");
        return backends.open(block, context.with(backends.encryption(block, context)));
    }

    @Test
    void whoHasTheKeyReadsIt(MotoServer moto) throws IOException {
        Blocks.makeBucket(moto.endpoint());
        KmsKeyTest.makeKey(moto.endpoint(), "alias/corbel");
        try (StateBackend store = open(moto, "alias/corbel");
                StateTransaction transaction =
                        store.begin(LockHolder.ofThisProcess("apply production"), Duration.ZERO)) {
            transaction.record(new Result(Optional.empty(), List.of(SECRET)));
            assertThat(everything(moto)).contains("journal/").doesNotContain("correct horse");
            transaction.commit();
        }

        assertThat(everything(moto)).contains("snapshots/").doesNotContain("correct horse");
        try (StateBackend store = open(moto, "alias/corbel")) {
            assertThat(store.read().outputs())
                    .isEqualTo(Map.of("password", new OutputValue(Value.of("correct horse"), true)));
        }
        try (StateBackend store = open(moto, "alias/none")) {
            DiagnosticsException refused = catchThrowableOfType(DiagnosticsException.class, store::read);
            assertThat(refused.diagnostics().get(0).summary())
                    .isEqualTo("Cannot decrypt with the AWS KMS key alias/none");
        }
    }

    /** Names and contents of all objects. */
    private static String everything(MotoServer moto) throws IOException {
        StringBuilder text = new StringBuilder();
        try (S3Objects objects = new S3Objects(Blocks.s3(moto.endpoint()), "production")) {
            for (String name : objects.list("")) {
                text.append(name).append('\n');
                text.append(new String(objects.get(name).orElseThrow().data(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
