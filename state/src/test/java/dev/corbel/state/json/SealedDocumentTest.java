package dev.corbel.state.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.state.encryption.ContentKind;
import dev.corbel.state.encryption.DecryptionException;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.encryption.TestKey;
import dev.corbel.state.model.State;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SealedDocumentTest {
    private static final SealedDocument.Label LABEL =
            new SealedDocument.Label(ContentKind.PLAN, "production", "lineage", 7, "");

    private final StateEncryption encryption = TestKey.encryption("production", "a");

    private static byte[] sealed(SealedDocument.Label label, StateEncryption encryption, byte[] clear) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try {
            SealedDocument.write(
                    label,
                    encryption.encryptionKey().orElseThrow(),
                    target,
                    content -> content.write(clear, 0, clear.length));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return target.toByteArray();
    }

    private byte[] opened(byte[] document) throws IOException {
        return SealedDocument.read(
                new ByteArrayInputStream(document),
                ContentKind.PLAN,
                TestKey.encryption("production", "a"),
                (label, clear) -> clear.readAllBytes());
    }

    private DecryptionException refused(String document) {
        return catchThrowableOfType(DecryptionException.class, () -> opened(document.getBytes(UTF_8)));
    }

    @Test
    void contentOfAnySizeComesBack() throws IOException {
        Random random = new Random(1);
        for (int size : new int[] {
            0, 1, SealedDocument.PIECE - 1, SealedDocument.PIECE, SealedDocument.PIECE + 1, 3 * SealedDocument.PIECE
        }) {
            byte[] clear = new byte[size];
            random.nextBytes(clear);

            assertThat(opened(sealed(LABEL, encryption, clear))).isEqualTo(clear);
        }
    }

    @Test
    void whatItIsOfCanBeReadWithoutAKey() throws IOException {
        byte[] document = sealed(LABEL, encryption, "secret".getBytes(UTF_8));

        assertThat(SealedDocument.label(new ByteArrayInputStream(document))).isEqualTo(LABEL);
        assertThat(SealedDocument.begins(new ByteArrayInputStream(document))).isTrue();
        assertThat(SealedDocument.begins(new ByteArrayInputStream("{\"format\": 1}".getBytes(UTF_8))))
                .isFalse();
        assertThat(StateDocumentReader.readVersion(new ByteArrayInputStream(document)))
                .isEqualTo(new StateVersion("lineage", 7, ""));
    }

    @Test
    void theDocumentIsReadableForPeople() {
        assertThat(new String(sealed(LABEL, encryption, "secret".getBytes(UTF_8)), UTF_8)
                        .replaceAll("\"[A-Za-z0-9+/=]{40,}\"", "\"…\""))
                .isEqualTo("""
                {
                  "encryption" : {
                    "format" : 1,
                    "algorithm" : "AES-256-GCM",
                    "keys" : [ {
                      "kind" : "test",
                      "parameters" : {
                        "key" : "a"
                      },
                      "ciphertext" : "…"
                    } ]
                  },
                  "kind" : "plan",
                  "environment" : "production",
                  "lineage" : "lineage",
                  "serial" : 7,
                  "journal" : "",
                  "content" : [ "…" ]
                }
                """);
    }

    @Test
    void aLabelThatWasChangedIsFound() {
        String document = new String(sealed(LABEL, encryption, "secret".getBytes(UTF_8)), UTF_8);

        for (String changed : List.of(
                document.replace("\"serial\" : 7", "\"serial\" : 8"),
                document.replace("\"lineage\" : \"lineage\"", "\"lineage\" : \"other\""),
                document.replace("\"journal\" : \"\"", "\"journal\" : \"x\""))) {
            assertThat(refused(changed).problem("plan", "").diagnostics().get(0).detail())
                    .isEqualTo("plan: It is not what was encrypted for this place: it was changed or cut off, or it is"
                            + " of another environment, lineage or serial than it says.");
        }
        assertThat(refused(document.replace("\"kind\" : \"plan\"", "\"kind\" : \"state\"")))
                .hasMessage("It is no plan but a state");
        assertThat(refused(document.replace("\"production\"", "\"staging\"")))
                .hasMessage("It is of environment \"staging\", not of \"production\"");
    }

    @Test
    void aDocumentOfAnotherEnvironmentWithItsNameChangedIsFound() {
        String document = new String(
                sealed(
                        new SealedDocument.Label(ContentKind.PLAN, "staging", "lineage", 7, ""),
                        TestKey.encryption("staging", "a"),
                        "secret".getBytes(UTF_8)),
                UTF_8);

        assertThat(refused(document.replace("\"staging\"", "\"production\""))
                        .problem("plan", "")
                        .diagnostics()
                        .get(0)
                        .summary())
                .isEqualTo("The plan was encrypted with another key");
    }

    @Test
    void piecesThatAreMissingOrInAnotherOrderAreFound() {
        byte[] clear = new byte[2 * SealedDocument.PIECE + 1];
        String document = new String(sealed(LABEL, encryption, clear), UTF_8);
        Matcher content = Pattern.compile("\"content\" : \\[ (\"[^\"]*\"), (\"[^\"]*\"), (\"[^\"]*\") ]")
                .matcher(document);
        assertThat(content.find()).isTrue();
        String first = content.group(1);
        String second = content.group(2);
        String third = content.group(3);

        for (List<String> pieces : List.of(
                List.of(first, second),
                List.of(first),
                List.of(second, third),
                List.of(first, third),
                List.of(second, first, third),
                List.of(first, second, third, third))) {
            assertThat(refused(content.replaceFirst("\"content\" : [ " + String.join(", ", pieces) + " ]")))
                    .isInstanceOf(DecryptionException.class);
        }
        assertThat(refused(content.replaceFirst("\"content\" : [ ]"))).hasMessage("Its content is missing");
    }

    @Test
    void aDocumentThatWasCutOffIsFoundWhereverThatWas() {
        byte[] document = sealed(LABEL, encryption, "secret".getBytes(UTF_8));

        for (int length = 0; length < document.length - 2; length++) {
            byte[] cut = Arrays.copyOf(document, length);
            assertThatThrownBy(() -> opened(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void everyChangedCharacterOfTheContentIsFound() {
        String document = new String(sealed(LABEL, encryption, "a secret".getBytes(UTF_8)), UTF_8);
        // So many bytes that no bit of the Base64 is left over.
        int start = document.indexOf("\"content\" : [ \"") + "\"content\" : [ \"".length();
        int end = document.indexOf('"', start);

        for (int i = start; i < end; i++) {
            char other = document.charAt(i) == 'A' ? 'B' : 'A';
            String changed = document.substring(0, i) + other + document.substring(i + 1);
            assertThatThrownBy(() -> opened(changed.getBytes(UTF_8))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aReaderThatStopsEarlyDoesNotHideWhatIsWrongLater() {
        byte[] clear = new byte[2 * SealedDocument.PIECE];
        String document = new String(sealed(LABEL, encryption, clear), UTF_8);
        String cut = document.replaceAll(", \"[^\"]*\" ]", " ]");

        assertThatThrownBy(() -> SealedDocument.read(
                        new ByteArrayInputStream(cut.getBytes(UTF_8)),
                        ContentKind.PLAN,
                        encryption,
                        (label, content) -> 1))
                .isInstanceOf(DecryptionException.class);
    }

    @Test
    void stateIsKeptAsTheEncryptionSays() throws IOException {
        StateDocument document =
                new StateDocument(State.empty("production").as("production", "lineage", 3), "1.0", "j", List.of());
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        StateDocuments.write(document, encryption, sealed);
        ByteArrayOutputStream clear = new ByteArrayOutputStream();
        StateDocuments.write(document, StateEncryption.none("production"), clear);

        assertThat(SealedDocument.begins(new ByteArrayInputStream(sealed.toByteArray())))
                .isTrue();
        assertThat(StateDocuments.read(new ByteArrayInputStream(sealed.toByteArray()), encryption))
                .isEqualTo(document);
        assertThat(StateDocuments.readGiven(new ByteArrayInputStream(clear.toByteArray()), encryption))
                .isEqualTo(document);
        assertThat(StateDocuments.readGiven(new ByteArrayInputStream(sealed.toByteArray()), encryption))
                .isEqualTo(document);
        assertThat(encryption.outdated()).isFalse();
        assertThatThrownBy(() -> StateDocuments.read(new ByteArrayInputStream(clear.toByteArray()), encryption))
                .isInstanceOf(DecryptionException.class)
                .hasMessage("The definition asks for encryption, so it may be a forgery");
    }

    @Test
    void stateInTheClearIsWrittenAnewWhereItIsToBeEncrypted() throws IOException {
        StateDocument document =
                new StateDocument(State.empty("production").as("production", "lineage", 3), "1.0", "j", List.of());
        ByteArrayOutputStream clear = new ByteArrayOutputStream();
        StateDocuments.write(document, StateEncryption.none("production"), clear);
        StateEncryption switchedOn = TestKey.encryption("production", "a", List.of(), true);

        assertThat(StateDocuments.read(new ByteArrayInputStream(clear.toByteArray()), switchedOn))
                .isEqualTo(document);
        assertThat(switchedOn.outdated()).isTrue();

        StateDocuments.write(document, switchedOn, new ByteArrayOutputStream());
        assertThat(switchedOn.outdated()).isFalse();
    }
}
