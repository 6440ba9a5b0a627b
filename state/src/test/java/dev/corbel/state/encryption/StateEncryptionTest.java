package dev.corbel.state.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateEncryptionTest {
    private static final RecordBinding PLACE =
            new RecordBinding(ContentKind.SNAPSHOT, "production", "lineage", 7, "journal", 0, true);

    private static EncryptionKey encryptionKey(StateEncryption encryption) {
        return encryption.encryptionKey().orElseThrow();
    }

    private static String open(StateEncryption encryption, List<WrappedKey> keys, byte[] encrypted, RecordBinding place)
            throws DecryptionException {
        return new String(encryption.decryptionKey(place.kind(), keys).decrypt(encrypted, place), UTF_8);
    }

    private static Diagnostic problem(StateEncryption encryption, EncryptionKey key) {
        return catchThrowableOfType(
                        DecryptionException.class, () -> encryption.decryptionKey(ContentKind.SNAPSHOT, key.wrapped()))
                .problem("state.json", "")
                .diagnostics()
                .get(0);
    }

    @Test
    void anotherRunReadsWhatOneHasWritten() throws DecryptionException {
        EncryptionKey key = encryptionKey(TestKey.encryption("production", "a"));
        byte[] encrypted = key.encrypt("secret".getBytes(UTF_8), PLACE);

        assertThat(open(TestKey.encryption("production", "a"), key.wrapped(), encrypted, PLACE))
                .isEqualTo("secret");
        assertThat(new String(encrypted, UTF_8)).doesNotContain("secret");
    }

    @Test
    void eachOfSeveralKeysReadsIt() throws DecryptionException {
        EncryptionKey key = encryptionKey(TestKey.encryption("production", "a", "b"));
        byte[] encrypted = key.encrypt("secret".getBytes(UTF_8), PLACE);

        for (String name : List.of("a", "b")) {
            assertThat(open(TestKey.encryption("production", name), key.wrapped(), encrypted, PLACE))
                    .isEqualTo("secret");
        }
    }

    @Test
    void aFormerKeyReadsAndDoesNotWrite() throws DecryptionException {
        EncryptionKey before = encryptionKey(TestKey.encryption("production", "old"));
        byte[] encrypted = before.encrypt("secret".getBytes(UTF_8), PLACE);
        StateEncryption rolled = TestKey.encryption("production", "new", List.of("old"), false);

        assertThat(open(rolled, before.wrapped(), encrypted, PLACE)).isEqualTo("secret");
        assertThat(encryptionKey(rolled).wrapped()).hasSize(1);
        assertThat(problem(TestKey.encryption("production", "old"), encryptionKey(rolled)))
                .isEqualTo(Diagnostic.error(
                                "The state was encrypted with another key",
                                "state.json: It cannot be decrypted with the test key old.")
                        .withHint("Give the key that it was encrypted with. One that was replaced is named in"
                                + " encryption { …; formerly { … } }."));
    }

    @Test
    void contentOpensInItsPlaceAlone() throws DecryptionException {
        StateEncryption encryption = TestKey.encryption("production", "a");
        EncryptionKey key = encryptionKey(encryption);
        byte[] encrypted = key.encrypt("secret".getBytes(UTF_8), PLACE);
        List<RecordBinding> others = List.of(
                new RecordBinding(ContentKind.PLAN, "production", "lineage", 7, "journal", 0, true),
                new RecordBinding(ContentKind.SNAPSHOT, "staging", "lineage", 7, "journal", 0, true),
                new RecordBinding(ContentKind.SNAPSHOT, "production", "other", 7, "journal", 0, true),
                new RecordBinding(ContentKind.SNAPSHOT, "production", "lineage", 8, "journal", 0, true),
                new RecordBinding(ContentKind.SNAPSHOT, "production", "lineage", 7, "other", 0, true),
                new RecordBinding(ContentKind.SNAPSHOT, "production", "lineagejournal", 7, "", 0, true),
                new RecordBinding(ContentKind.SNAPSHOT, "production", "lineage", 7, "journal", 1, true),
                new RecordBinding(ContentKind.SNAPSHOT, "production", "lineage", 7, "journal", 0, false));

        for (RecordBinding other : others) {
            assertThatThrownBy(() -> open(encryption, key.wrapped(), encrypted, other))
                    .as(other.toString())
                    .isInstanceOf(DecryptionException.class);
        }
        assertThat(open(encryption, key.wrapped(), encrypted, PLACE)).isEqualTo("secret");
    }

    @Test
    void everyAlteredByteIsFound() throws DecryptionException {
        StateEncryption encryption = TestKey.encryption("production", "a");
        EncryptionKey key = encryptionKey(encryption);
        byte[] encrypted = key.encrypt("secret".getBytes(UTF_8), PLACE);
        DecryptionKey opening = encryption.decryptionKey(ContentKind.SNAPSHOT, key.wrapped());

        for (int i = 0; i < encrypted.length; i++) {
            byte[] altered = encrypted.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> opening.decrypt(altered, PLACE)).isInstanceOf(DecryptionException.class);
            byte[] cut = Arrays.copyOf(encrypted, i);
            assertThatThrownBy(() -> opening.decrypt(cut, PLACE)).isInstanceOf(DecryptionException.class);
        }
    }

    @Test
    void noNonceIsUsedTwice() {
        EncryptionKey key = encryptionKey(TestKey.encryption("production", "a"));
        Set<List<Byte>> nonces = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            List<Byte> nonce = new ArrayList<>();
            for (byte b : Arrays.copyOf(key.encrypt(new byte[0], PLACE), AesGcm.NONCE)) {
                nonce.add(b);
            }
            nonces.add(nonce);
        }

        assertThat(nonces).hasSize(10_000);
    }

    @Test
    void everyRunHasItsOwnDataKey() throws DecryptionException {
        EncryptionKey one = encryptionKey(TestKey.encryption("production", "a"));
        EncryptionKey other = encryptionKey(TestKey.encryption("production", "a"));
        byte[] encrypted = one.encrypt("secret".getBytes(UTF_8), PLACE);

        assertThatThrownBy(() -> open(TestKey.encryption("production", "a"), other.wrapped(), encrypted, PLACE))
                .isInstanceOf(DecryptionException.class);
    }

    @Test
    void aKeyIsAskedForOnceInARun() throws DecryptionException {
        EncryptionKey earlier = encryptionKey(TestKey.encryption("production", "a"));
        TestKey source = new TestKey("a");
        StateEncryption encryption =
                new StateEncryption("production", List.of(source), List.of(), false, Optional.empty());

        for (int i = 0; i < 3; i++) {
            encryption.decryptionKey(ContentKind.SNAPSHOT, earlier.wrapped());
            encryption.decryptionKey(
                    ContentKind.SNAPSHOT, encryptionKey(encryption).wrapped());
        }

        assertThat(source.unwrapped()).isEqualTo(1);
        assertThat(source.wrapped()).isEqualTo(1);
    }

    @Test
    void aKeyThatCannotBeUsedIsNoObstacleWhereAnotherOneIsEnough() throws DecryptionException {
        EncryptionKey key = encryptionKey(TestKey.encryption("production", "a", "b"));
        byte[] encrypted = key.encrypt("secret".getBytes(UTF_8), PLACE);
        StateEncryption encryption = new StateEncryption(
                "production", List.of(new TestKey("a").gone(), new TestKey("b")), List.of(), false, Optional.empty());

        assertThat(open(encryption, key.wrapped(), encrypted, PLACE)).isEqualTo("secret");
    }

    @Test
    void aKeyThatCannotBeUsedSaysSoWhereNoneIsEnough() {
        EncryptionKey key = encryptionKey(TestKey.encryption("production", "a"));
        StateEncryption encryption = new StateEncryption(
                "production", List.of(new TestKey("a").gone(), new TestKey("c")), List.of(), false, Optional.empty());

        assertThatThrownBy(() -> encryption.decryptionKey(ContentKind.SNAPSHOT, key.wrapped()))
                .isInstanceOf(DiagnosticsException.class)
                .hasMessage("The test key a cannot be reached");
    }

    @Test
    void aKeyOfOneEnvironmentIsNoneOfAnother() {
        EncryptionKey key = encryptionKey(TestKey.encryption("staging", "a"));

        assertThat(problem(TestKey.encryption("production", "a"), key).summary())
                .isEqualTo("The state was encrypted with another key");
    }

    @Test
    void saysWhichKeyIsNeededWhereNoneIsNamed() {
        EncryptionKey key = encryptionKey(TestKey.encryption("production", "a"));

        assertThat(problem(StateEncryption.none("production"), key))
                .isEqualTo(Diagnostic.error(
                                "The state is encrypted",
                                "state.json: It was encrypted with the key a of the kind test, and the definition names"
                                        + " no key.")
                        .withHint("Name it in the state block: encryption { test { … } }."));
    }

    @Test
    void saysWhichKeyIsNeededWhereOneOfAnotherKindIsNamed() {
        EncryptionKey key = encryptionKey(TestKey.encryption("production", "a"));
        KeySource passphrase =
                new PassphraseSource(new PassphraseOrigin.Variable("UNSET", java.util.Map.of(), Optional.empty()));
        StateEncryption encryption =
                new StateEncryption("production", List.of(passphrase), List.of(), false, Optional.empty());

        assertThat(problem(encryption, key))
                .isEqualTo(Diagnostic.error(
                                "The state was encrypted with another key",
                                "state.json: It was encrypted with the key a of the kind test, and the definition names"
                                        + " the passphrase in the environment variable UNSET.")
                        .withHint("Add that key: encryption { …; formerly { test { … } } }."));
    }

    @Test
    void readsContentInTheClearOnlyWhereThatIsAskedFor() throws DecryptionException {
        StateEncryption.none("production").checkClear(ContentKind.SNAPSHOT);
        TestKey.encryption("production", "a", List.of(), true).checkClear(ContentKind.SNAPSHOT);

        DecryptionException refused =
                catchThrowableOfType(DecryptionException.class, () -> TestKey.encryption("production", "a")
                        .checkClear(ContentKind.JOURNAL));

        assertThat(refused.problem("000001.jsonl", "").diagnostics().get(0))
                .isEqualTo(Diagnostic.error(
                                "The journal is not encrypted",
                                "000001.jsonl: The definition asks for encryption, so it may be a forgery.")
                        .withHint("If it is yours, from before it was to be encrypted, say so: encryption { …;"
                                + " formerly { unencrypted { } } }."));
    }

    @Test
    void knowsWhenTheSnapshotIsToBeWrittenAnew() {
        List<WrappedKey> byA =
                encryptionKey(TestKey.encryption("production", "a")).wrapped();
        List<WrappedKey> byBoth =
                encryptionKey(TestKey.encryption("production", "a", "b")).wrapped();

        assertThat(outdated(TestKey.encryption("production", "a"), byA)).isFalse();
        assertThat(outdated(TestKey.encryption("production", "b", "a"), byBoth)).isFalse();
        assertThat(outdated(StateEncryption.none("production"), List.of())).isFalse();
        assertThat(outdated(TestKey.encryption("production", "b", List.of("a"), false), byA))
                .isTrue();
        assertThat(outdated(TestKey.encryption("production", "a", "b"), byA)).isTrue();
        assertThat(outdated(TestKey.encryption("production", "a"), byBoth)).isTrue();
        assertThat(outdated(TestKey.encryption("production", "a", List.of(), true), List.of()))
                .isTrue();
        assertThat(outdated(StateEncryption.none("production"), byA)).isTrue();
        assertThat(TestKey.encryption("production", "a").outdated()).isFalse();
    }

    @Test
    void aKeyThatCannotBeUsedNowIsNoReasonToWrite() {
        List<WrappedKey> byBoth =
                encryptionKey(TestKey.encryption("production", "a", "b")).wrapped();
        StateEncryption without = new StateEncryption(
                "production", List.of(new TestKey("a"), new TestKey("b").gone()), List.of(), false, Optional.empty());

        assertThat(outdated(without, byBoth)).isFalse();
    }

    private static boolean outdated(StateEncryption encryption, List<WrappedKey> found) {
        encryption.found(found);
        return encryption.outdated();
    }
}
