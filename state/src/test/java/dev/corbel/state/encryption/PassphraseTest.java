package dev.corbel.state.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassphraseTest {
    private static final Optional<SourceRange> PLACE = Optional.of(SourceRange.at("environments/default.groovy", 2, 5));
    private static final KeyContext CONTEXT = new KeyContext("production");
    private static final byte[] DATA_KEY = new byte[32];
    private static final int FAST = 10;

    @TempDir
    Path folder;

    private static PassphraseSource passphrase(String text) {
        return new PassphraseSource(new PassphraseOrigin.Variable("PHRASE", Map.of("PHRASE", text), PLACE), FAST);
    }

    private static Diagnostic problem(PassphraseOrigin origin) {
        return catchThrowableOfType(DiagnosticsException.class, origin::read)
                .diagnostics()
                .get(0);
    }

    @Test
    void theSamePassphraseUnwraps() {
        WrappedKey wrapped = passphrase("correct horse battery").wrap(DATA_KEY, CONTEXT);

        assertThat(passphrase("correct horse battery").unwrap(wrapped, CONTEXT)).contains(DATA_KEY);
        assertThat(passphrase("correct horse batterie").unwrap(wrapped, CONTEXT))
                .isEmpty();
        assertThat(passphrase("correct horse battery").unwrap(wrapped, new KeyContext("staging")))
                .isEmpty();
    }

    @Test
    void theParametersStandBesideTheKey() {
        WrappedKey wrapped = new PassphraseSource(
                        new PassphraseOrigin.Variable("PHRASE", Map.of("PHRASE", "correct horse battery"), PLACE))
                .wrap(DATA_KEY, CONTEXT);

        assertThat(wrapped.kind()).isEqualTo("passphrase");
        assertThat(wrapped.parameters())
                .containsEntry("derivation", "PBKDF2-HMAC-SHA-512")
                .containsEntry("iterations", "210000")
                .containsKey("salt");
    }

    @Test
    void alteredParametersOpenNothing() {
        WrappedKey wrapped = passphrase("correct horse battery").wrap(DATA_KEY, CONTEXT);
        Map<String, String> altered = Map.of(
                "derivation", "PBKDF2-HMAC-SHA-1",
                "iterations", "9",
                "salt", "AAAA");

        altered.forEach((name, value) -> {
            Map<String, String> parameters = new TreeMap<>(wrapped.parameters());
            parameters.put(name, value);
            assertThat(passphrase("correct horse battery")
                            .unwrap(new WrappedKey("passphrase", parameters, wrapped.ciphertext()), CONTEXT))
                    .as(name)
                    .isEmpty();
        });
        for (String iterations : new String[] {"", "many", "2000000000"}) {
            Map<String, String> parameters = new TreeMap<>(wrapped.parameters());
            parameters.put("iterations", iterations);
            assertThat(passphrase("correct horse battery")
                            .unwrap(new WrappedKey("passphrase", parameters, wrapped.ciphertext()), CONTEXT))
                    .isEmpty();
        }
        assertThat(passphrase("correct horse battery")
                        .unwrap(new WrappedKey("passphrase", wrapped.parameters(), "no base64!"), CONTEXT))
                .isEmpty();
    }

    @Test
    void whatIsWrittenHasTheSaltOfWhatWasRead() {
        WrappedKey earlier = passphrase("correct horse battery").wrap(DATA_KEY, CONTEXT);
        PassphraseSource source = passphrase("correct horse battery");

        source.unwrap(earlier, CONTEXT);
        WrappedKey later = source.wrap(DATA_KEY, CONTEXT);

        assertThat(later.parameters()).isEqualTo(earlier.parameters());
        assertThat(later.ciphertext()).isNotEqualTo(earlier.ciphertext());
    }

    @Test
    void theSaltOfWhatCouldNotBeReadIsNotTaken() {
        WrappedKey foreign = passphrase("some other passphrase").wrap(DATA_KEY, CONTEXT);
        PassphraseSource source = passphrase("correct horse battery");

        source.unwrap(foreign, CONTEXT);

        assertThat(source.wrap(DATA_KEY, CONTEXT).parameters().get("salt"))
                .isNotEqualTo(foreign.parameters().get("salt"));
    }

    @Test
    void saysWhenTheVariableIsMissing() {
        Diagnostic expected = Diagnostic.error(
                        "The environment variable PHRASE is not set",
                        "It holds the passphrase that state is encrypted with.")
                .withHint("Set it, or name another one: passphrase { variable = 'NAME' }.")
                .at(PLACE.get());

        assertThat(problem(new PassphraseOrigin.Variable("PHRASE", Map.of(), PLACE)))
                .isEqualTo(expected);
        assertThat(problem(new PassphraseOrigin.Variable("PHRASE", Map.of("PHRASE", ""), PLACE)))
                .isEqualTo(expected);
    }

    @Test
    void saysWhenThePassphraseIsTooShort() {
        assertThat(problem(new PassphraseOrigin.Variable("PHRASE", Map.of("PHRASE", "fifteen letters"), PLACE)))
                .isEqualTo(Diagnostic.error(
                                "A passphrase is too short",
                                "That in the environment variable PHRASE has fewer than 16 characters.")
                        .withHint("Take a random one, such as openssl rand -base64 32 prints.")
                        .at(PLACE.get()));
    }

    @Test
    void readsAFileOfItsOwner() throws IOException {
        Path file = Files.writeString(folder.resolve("phrase"), "correct horse battery\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertThat(new PassphraseOrigin.TextFile(file, "phrase", PLACE).read()).isEqualTo("correct horse battery");
    }

    @Test
    void refusesAFileThatOthersMayRead() throws IOException {
        Path file = Files.writeString(folder.resolve("phrase"), "correct horse battery\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(problem(new PassphraseOrigin.TextFile(file, "phrase", PLACE)))
                .isEqualTo(Diagnostic.error(
                                "The passphrase file phrase is not for its owner alone",
                                "Others may read or change it.")
                        .withHint("Run chmod 600 phrase.")
                        .at(PLACE.get()));
    }

    @Test
    void saysWhenThereIsNoFileOrNoText() throws IOException {
        assertThat(problem(new PassphraseOrigin.TextFile(folder.resolve("none"), "none", PLACE)))
                .isEqualTo(
                        Diagnostic.error("Passphrase file none not found", "").at(PLACE.get()));

        Path file = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(problem(new PassphraseOrigin.TextFile(file, "bytes", PLACE)))
                .isEqualTo(Diagnostic.error("Cannot read the passphrase file bytes", "It must be text in UTF-8.")
                        .at(PLACE.get()));
    }
}
