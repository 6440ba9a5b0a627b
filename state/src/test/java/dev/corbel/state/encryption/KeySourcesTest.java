package dev.corbel.state.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeySourcesTest {
    private static final SourceRange PLACE = SourceRange.at("environments/default.groovy", 2, 5);
    private static final KeySourceContext CONTEXT = new KeySourceContext(
            Path.of("."),
            Map.of(
                    "CORBEL_STATE_PASSPHRASE", "correct horse battery",
                    "OLD", "wrong pony accumulator"),
            Optional.of(PLACE));
    private static final Value STANDARD = Value.list(List.of(MapValue.EMPTY));

    private final KeySources sources = KeySources.discover();

    private StateEncryption encryption(Map<String, Value> block) {
        return sources.encryption("production", new MapValue(block), CONTEXT);
    }

    private Diagnostic problem(Map<String, Value> block) {
        return catchThrowableOfType(DiagnosticsException.class, () -> encryption(block))
                .diagnostics()
                .get(0);
    }

    @Test
    void withoutABlockContentIsInTheClear() {
        assertThat(sources.encryption("production", null, CONTEXT).encrypts()).isFalse();
    }

    @Test
    void thePassphraseIsInAVariableWithAnAgreedName() {
        StateEncryption encryption = encryption(Map.of("passphrase", STANDARD));

        assertThat(encryption.encryptionKey().orElseThrow().wrapped())
                .extracting(WrappedKey::kind)
                .containsExactly("passphrase");
    }

    @Test
    void whatWasWrittenWithAFormerKeyIsRead() throws DecryptionException {
        Value old = Value.list(List.of(Value.map(Map.of("variable", Value.of("OLD")))));
        List<WrappedKey> before = encryption(Map.of("passphrase", old))
                .encryptionKey()
                .orElseThrow()
                .wrapped();
        StateEncryption rolled =
                encryption(Map.of("passphrase", STANDARD, "formerly", Value.map(Map.of("passphrase", old))));

        assertThat(rolled.decryptionKey(ContentKind.SNAPSHOT, before)).isNotNull();
    }

    @Test
    void contentInTheClearIsReadWhereTheBlockSaysSo() throws DecryptionException {
        encryption(Map.of("passphrase", STANDARD, "formerly", Value.map(Map.of("unencrypted", MapValue.EMPTY))))
                .checkClear(ContentKind.SNAPSHOT);
        StateEncryption off = encryption(
                Map.of("unencrypted", MapValue.EMPTY, "formerly", Value.map(Map.of("passphrase", STANDARD))));

        off.checkClear(ContentKind.SNAPSHOT);
        assertThat(off.encrypts()).isFalse();
    }

    @Test
    void aBlockNamesAKeyOrSaysThatThereIsNone() {
        assertThat(problem(Map.of()))
                .isEqualTo(Diagnostic.error("No key is named to encrypt state with", "")
                        .withHint("Write passphrase { }, which takes it from the environment variable"
                                + " CORBEL_STATE_PASSPHRASE.")
                        .at(PLACE));
        assertThat(problem(Map.of("passphrase", STANDARD, "unencrypted", MapValue.EMPTY)))
                .isEqualTo(Diagnostic.error(
                                "State is either encrypted or not",
                                "Beside unencrypted { } there can be no keys but former ones.")
                        .withHint("Leave it out, or move the keys to formerly { … }.")
                        .at(PLACE));
    }

    @Test
    void aPassphraseIsInOnePlace() {
        Value both = Value.list(List.of(Value.map(Map.of("variable", Value.of("OLD"), "file", Value.of("x")))));

        assertThat(problem(Map.of("passphrase", both)))
                .isEqualTo(Diagnostic.error("A passphrase is in a variable or in a file", "This one names both.")
                        .withHint("Leave one of them out.")
                        .at(PLACE));
    }

    @Test
    void theBlockTakesEveryKindOfSource() {
        KeySourceFactory vault = new KeySourceFactory() {
            @Override
            public String kind() {
                return "vault";
            }

            @Override
            public Schema schema() {
                return Schema.EMPTY;
            }

            @Override
            public KeySource open(MapValue settings, KeySourceContext context) {
                return new TestKey("vault");
            }
        };

        Schema schema = new KeySources(List.of(vault)).block().schema();

        assertThat(schema.names()).containsExactly("formerly", "passphrase", "unencrypted", "vault");
        assertThat(Objects.requireNonNull(schema.block("formerly")).schema().names())
                .containsExactly("passphrase", "unencrypted", "vault");
    }
}
