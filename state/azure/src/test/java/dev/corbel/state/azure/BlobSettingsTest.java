package dev.corbel.state.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobSettingsTest {
    private static final String CONNECTION =
            "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=a2V5;EndpointSuffix=core.windows.net";

    private static BlobSettings settings(Map<String, String> variables, String... namesAndValues) {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("container", Value.of("state"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], Value.of(namesAndValues[i + 1]));
        }
        return BlobSettings.of(new MapValue(values), variables);
    }

    private static Diagnostic problem(Map<String, String> variables, String... namesAndValues) {
        try {
            settings(variables, namesAndValues);
        } catch (DiagnosticsException failure) {
            return failure.diagnostics().get(0);
        }
        throw new AssertionError("no problem was found");
    }

    @Test
    void takesAnAccountAndWhoIsSignedIn() {
        assertThat(settings(Map.of(), "account", "acme"))
                .isEqualTo(new BlobSettings(
                        "https://acme.blob.core.windows.net", "acme", "state", "corbel", BlobCredential.IDENTITY));
    }

    @Test
    void takesTheAddressOfTheService() {
        assertThat(settings(Map.of(), "endpoint", "https://acme.blob.core.usgovcloudapi.net/", "prefix", "a/b"))
                .isEqualTo(new BlobSettings(
                        "https://acme.blob.core.usgovcloudapi.net", "acme", "state", "a/b", BlobCredential.IDENTITY));
        assertThat(settings(Map.of("AZURE_STORAGE_KEY", "a2V5"), "endpoint", "http://127.0.0.1:10000/devstoreaccount1")
                        .account())
                .isEqualTo("devstoreaccount1");
        assertThat(settings(Map.of("AZURE_STORAGE_ACCOUNT", "acme")).endpoint())
                .isEqualTo("https://acme.blob.core.windows.net");
    }

    @Test
    void takesKeysAndTokensFromTheProcess() {
        Map<String, String> variables =
                Map.of("AZURE_STORAGE_KEY", "a2V5", "AZURE_STORAGE_SAS_TOKEN", "sig=x", "OTHER", "y");
        assertThat(settings(variables, "account", "acme").credential())
                .isEqualTo(new BlobCredential(BlobCredential.Kind.KEY, "a2V5"));
        assertThat(settings(Map.of("AZURE_STORAGE_SAS_TOKEN", "sig=x"), "account", "acme")
                        .credential())
                .isEqualTo(new BlobCredential(BlobCredential.Kind.TOKEN, "sig=x"));
    }

    @Test
    void takesAConnectionString() {
        assertThat(settings(Map.of("AZURE_STORAGE_CONNECTION_STRING", CONNECTION)))
                .isEqualTo(new BlobSettings(
                        "https://acme.blob.core.windows.net",
                        "acme",
                        "state",
                        "corbel",
                        new BlobCredential(BlobCredential.Kind.KEY, "a2V5")));
        assertThat(settings(Map.of(
                        "AZURE_STORAGE_CONNECTION_STRING",
                        "BlobEndpoint=https://acme.blob.core.windows.net/;SharedAccessSignature=sv=1&sig=x")))
                .isEqualTo(new BlobSettings(
                        "https://acme.blob.core.windows.net",
                        "acme",
                        "state",
                        "corbel",
                        new BlobCredential(BlobCredential.Kind.TOKEN, "sv=1&sig=x")));
    }

    @Test
    void showsNoSecret() {
        assertThat(settings(Map.of("AZURE_STORAGE_CONNECTION_STRING", CONNECTION)))
                .hasToString("BlobSettings[endpoint=https://acme.blob.core.windows.net, account=acme, container=state,"
                        + " prefix=corbel, credential=KEY]");
    }

    @Test
    void saysThatAConnectionStringIsIncomplete() {
        assertThat(problem(Map.of("AZURE_STORAGE_CONNECTION_STRING", "AccountName=acme")))
                .isEqualTo(Diagnostic.error(
                                "AZURE_STORAGE_CONNECTION_STRING is incomplete",
                                "It has neither AccountKey nor SharedAccessSignature.")
                        .withHint("Copy it again, or unset it and sign in with az login."));
    }

    @Test
    void saysThatAConnectionStringIsForAnotherAccount() {
        assertThat(problem(Map.of("AZURE_STORAGE_CONNECTION_STRING", CONNECTION), "account", "umbrella"))
                .isEqualTo(Diagnostic.error(
                                "The state is in another storage account",
                                "The state block names \"umbrella\", and AZURE_STORAGE_CONNECTION_STRING is for"
                                        + " \"acme\".")
                        .withHint("Unset the variable, or set it to the connection string of \"umbrella\"."));
    }

    @Test
    void tellsWhoIsSignedInOverHttpsAlone() {
        assertThat(problem(Map.of(), "endpoint", "http://127.0.0.1:10000/devstoreaccount1"))
                .isEqualTo(Diagnostic.error(
                                "Who is signed in is told over https alone",
                                "The state is at http://127.0.0.1:10000/devstoreaccount1, and there is neither a key"
                                        + " nor a token for it.")
                        .withHint("Set AZURE_STORAGE_CONNECTION_STRING, AZURE_STORAGE_KEY or"
                                + " AZURE_STORAGE_SAS_TOKEN."));
    }

    @Test
    void saysThatAKeyIsNone() {
        for (String key : List.of("abc%%", "a2V5==", "a2 V5")) {
            assertThat(problem(Map.of("AZURE_STORAGE_KEY", key), "account", "acme"))
                    .as(key)
                    .isEqualTo(Diagnostic.error(
                                    "AZURE_STORAGE_KEY is no key of a storage account",
                                    "A key is base64, and this is not.")
                            .withHint("Copy it again, as a whole."));
        }
        assertThat(problem(Map.of("AZURE_STORAGE_CONNECTION_STRING", "AccountName=acme;AccountKey=?"))
                        .summary())
                .isEqualTo("The AccountKey of AZURE_STORAGE_CONNECTION_STRING is no key of a storage account");
    }

    @Test
    void saysThatATokenIsNone() {
        for (String token : List.of(
                "hello",
                "sv=1&sp=r",
                "sv=1&sig=a b",
                "sv=1&sig=a%zz",
                "sv=1&&sig=a",
                "sig=" + "a".repeat(100_000) + "%")) {
            assertThat(problem(Map.of("AZURE_STORAGE_SAS_TOKEN", token), "account", "acme"))
                    .as(token)
                    .isEqualTo(Diagnostic.error(
                                    "AZURE_STORAGE_SAS_TOKEN is no shared access signature",
                                    "One reads sv=…&sp=…&sig=…, without spaces, and with %XX for what an address"
                                            + " cannot hold.")
                            .withHint("Copy it again, as a whole."));
        }
        assertThat(settings(Map.of("AZURE_STORAGE_SAS_TOKEN", "?sv=1&sig=a%2Bb%3D"), "account", "acme")
                        .credential()
                        .kind())
                .isEqualTo(BlobCredential.Kind.TOKEN);
    }

    @Test
    void saysThatNoAccountIsNamed() {
        assertThat(problem(Map.of()))
                .isEqualTo(Diagnostic.error(
                                "The storage account of the state is not named",
                                "Neither the state block nor the environment of the process names one.")
                        .withHint("Add account = …."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.blob.core.windows.net",
                "https://acme.blob.core.windows.net?sv=1&sig=s3cret",
                "https://user@acme.blob.core.windows.net"
            })
    void takesNoTokenInAnAddress(String endpoint) {
        Attribute attribute = Objects.requireNonNull(BlobSettings.SCHEMA.attribute("endpoint"));
        assertThat(attribute.isSensitive()).isTrue();
        assertThat(attribute.validations().get(0).problem(Value.of(endpoint)))
                .contains("must be the address of a blob service, such as https://ACCOUNT.blob.core.windows.net,"
                        + " without a token");
    }
}
