package dev.corbel.state.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.encryption.KeyContext;
import dev.corbel.state.encryption.KeySource;
import dev.corbel.state.encryption.KeySourceContext;
import dev.corbel.state.encryption.KeySourceFactory;
import dev.corbel.state.encryption.WrappedKey;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kms.KmsClient;

@ExtendWith(MotoExtension.class)
class KmsKeyTest {
    private static final SourceRange PLACE = SourceRange.at("environments/default.groovy", 3, 5);
    private static final KeyContext PRODUCTION = new KeyContext("production");
    private static final String ID = "11111111-2222-3333-4444-555555555555";
    private static final byte[] DATA_KEY = new byte[32];

    static {
        Arrays.fill(DATA_KEY, (byte) 7);
    }

    private static KeySource source(URI endpoint, String key) {
        MapValue block = new MapValue(Map.of(
                "key", Value.of(key),
                "region", Value.of("eu-central-1"),
                "endpoint", Value.of(endpoint.toString())));
        return factory().open(block, new KeySourceContext(Path.of(""), Map.of(), Optional.of(PLACE)));
    }

    private static KeySourceFactory factory() {
        return ServiceLoader.load(KeySourceFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.kind().equals("awsKms"))
                .findFirst()
                .orElseThrow();
    }

    static String makeKey(URI endpoint, String alias) {
        MapValue block =
                new MapValue(Map.of("region", Value.of("eu-central-1"), "endpoint", Value.of(endpoint.toString())));
        try (BlockAccess access = new BlockAccess(BlockSettings.from(block), "the test")) {
            KmsClient kms = access.build(KmsClient.builder());
            String arn = kms.createKey(request -> {}).keyMetadata().arn();
            kms.createAlias(request -> request.aliasName(alias).targetKeyId(arn));
            return arn;
        }
    }

    @Test
    void givesBackTheKeyThatItWrapped(MotoServer moto) {
        String arn = makeKey(moto.endpoint(), "alias/corbel");
        KeySource source = source(moto.endpoint(), "alias/corbel");

        WrappedKey wrapped = source.wrap(DATA_KEY, PRODUCTION);

        assertThat(wrapped.kind()).isEqualTo("awsKms");
        assertThat(wrapped.parameters()).isEqualTo(Map.of("key", arn));
        assertThat(source.unwrap(wrapped, PRODUCTION))
                .hasValueSatisfying(key -> assertThat(key).isEqualTo(DATA_KEY));
        assertThat(source(moto.endpoint(), arn).unwrap(wrapped, PRODUCTION)).isPresent();
        assertThat(source.description()).isEqualTo("the AWS KMS key alias/corbel");
    }

    @Test
    void givesNothingUnderAnotherContextOrWhereItWasAltered(MotoServer moto) {
        makeKey(moto.endpoint(), "alias/corbel");
        KeySource source = source(moto.endpoint(), "alias/corbel");
        WrappedKey wrapped = source.wrap(DATA_KEY, PRODUCTION);
        byte[] altered = wrapped.bytes();
        altered[altered.length - 1]++;

        assertThat(source.unwrap(wrapped, new KeyContext("staging"))).isEmpty();
        assertThat(source.unwrap(WrappedKey.of("awsKms", wrapped.parameters(), altered), PRODUCTION))
                .isEmpty();
        assertThat(source.unwrap(new WrappedKey("awsKms", Map.of(), "no Base64"), PRODUCTION))
                .isEmpty();
    }

    @Test
    void saysThatThereIsNoSuchKey(MotoServer moto) {
        KeySource source = source(moto.endpoint(), "alias/none");
        DiagnosticsException refused =
                catchThrowableOfType(DiagnosticsException.class, () -> source.wrap(DATA_KEY, PRODUCTION));

        Diagnostic problem = refused.diagnostics().get(0);
        assertThat(problem.summary()).isEqualTo("Cannot encrypt with the AWS KMS key alias/none");
        assertThat(problem.detail())
                .startsWith("NotFoundException: Alias arn:aws:kms:eu-central-1:")
                .endsWith(").");
        assertThat(problem.range()).contains(PLACE);
        assertThat(problem.hint())
                .contains("Correct the key or the region. A key that is not there any more cannot be replaced: what it"
                        + " encrypted stays unreadable.");
    }

    @ParameterizedTest
    @CsvSource({
        "400, AccessDeniedException, 'The credentials need kms:Decrypt on this key, and the key''s own policy must allow"
                + " it.'",
        "400, KMSInvalidStateException, 'Enable the key, or cancel its deletion, and repeat the command.'",
        "400, DisabledException, 'Enable the key, or cancel its deletion, and repeat the command.'",
        "400, ExpiredTokenException, 'The session of these credentials is over. Sign in again and repeat the command.'",
    })
    void saysWhyAKeyCannotBeUsed(int status, String code, String hint) {
        try (Answers service = new Answers()) {
            service.answer(
                    status, Map.of("x-amzn-RequestId", "42"), "{\"__type\":\"" + code + "\",\"message\":\"No.\"}");
            KeySource source = source(service.endpoint(), ID);
            DiagnosticsException refused = catchThrowableOfType(
                    DiagnosticsException.class,
                    () -> source.unwrap(WrappedKey.of("awsKms", Map.of(), DATA_KEY), PRODUCTION));

            assertThat(refused.diagnostics())
                    .containsExactly(Diagnostic.error(
                                    "Cannot decrypt with the AWS KMS key " + ID,
                                    code + ": No (HTTP " + status + ", request id 42).")
                            .at(PLACE)
                            .withHint(hint));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IncorrectKeyException", "InvalidCiphertextException"})
    void givesNothingForTheWorkOfAnotherKey(String code) {
        try (Answers service = new Answers()) {
            service.answer(400, "{\"__type\":\"" + code + "\"}");
            KeySource source = source(service.endpoint(), ID);
            assertThat(source.unwrap(WrappedKey.of("awsKms", Map.of(), DATA_KEY), PRODUCTION))
                    .isEmpty();
        }
    }

    @Test
    void takesTheRegionFromTheNameOfTheKey() {
        try (Answers service = new Answers()) {
            service.answer(400, "{\"__type\":\"IncorrectKeyException\"}");
            String arn = "arn:aws:kms:eu-north-1:123456789012:key/" + ID;
            MapValue block = new MapValue(Map.of(
                    "key",
                    Value.of(arn),
                    "endpoint",
                    Value.of(service.endpoint().toString())));
            KeySource source = factory().open(block, new KeySourceContext(Path.of(""), Map.of(), Optional.of(PLACE)));

            source.unwrap(WrappedKey.of("awsKms", Map.of(), DATA_KEY), PRODUCTION);

            assertThat(service.scopes()).containsExactly("eu-north-1/kms");
        }
    }
}
