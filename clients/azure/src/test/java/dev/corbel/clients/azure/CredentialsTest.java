package dev.corbel.clients.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest extends ArmTest {
    private static final String TENANT = "11111111-1111-1111-1111-111111111111";

    @BeforeEach
    void describe() {
        arm().on("GET /" + TENANT + "/v2.0/.well-known/openid-configuration", Reply.of(200, """
            {"token_endpoint":"%1$s/%2$s/oauth2/v2.0/token","authorization_endpoint":"%1$s/%2$s/oauth2/v2.0/authorize",
            "issuer":"%1$s/%2$s/v2.0","device_authorization_endpoint":"%1$s/%2$s/oauth2/v2.0/devicecode"}\
            """.formatted(
                        arm().endpoint(), TENANT)));
    }

    private static Configuration environment(String authority) {
        Map<String, String> variables = Map.of(
                Configuration.PROPERTY_AZURE_TENANT_ID,
                TENANT,
                Configuration.PROPERTY_AZURE_CLIENT_ID,
                "22222222-2222-2222-2222-222222222222",
                Configuration.PROPERTY_AZURE_CLIENT_SECRET,
                "top-secret",
                Configuration.PROPERTY_AZURE_AUTHORITY_HOST,
                authority);
        return new ConfigurationBuilder(path -> Map.of(), path -> Map.of(), path -> variables).build();
    }

    private ArmCalls signingIn() {
        return new AzureAccess(settings(), environment(arm().endpoint() + "/")).calls(time.context());
    }

    @Test
    void aServicePrincipalOfTheEnvironmentSignsInAtItsAuthority() {
        arm().on(
                        "POST /" + TENANT + "/oauth2/v2.0/token",
                        Reply.of(
                                200,
                                "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"from-the-authority\"}"));
        arm().on("GET " + NETWORK, Reply.of(200, "{}"));

        assertThat(signingIn().find(NETWORK, VERSION)).isPresent();
        assertThat(arm().tokens()).endsWith("Bearer from-the-authority");
        assertThat(arm().bodies()).anyMatch(body -> body.contains("management.azure.com"));
    }

    @Test
    void aWrongSecretIsToldWithoutIt() {
        arm().on(
                        "POST /" + TENANT + "/oauth2/v2.0/token",
                        Reply.of(
                                401,
                                "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client"
                                        + " secret provided.\",\"error_codes\":[7000215]}"));

        assertThatThrownBy(() -> signingIn().find(NETWORK, VERSION))
                .isInstanceOfSatisfying(ArmException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorClass.REJECTED_CREDENTIALS))
                .hasMessageContaining("AADSTS7000215")
                .hasMessageNotContaining("top-secret");
        assertThat(arm().calls()).noneMatch(call -> call.contains(NETWORK));
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.microsoftonline.com/, https://management.azure.com",
        "https://login.microsoftonline.us, https://management.usgovcloudapi.net",
        "https://login.chinacloudapi.cn, https://management.chinacloudapi.cn",
    })
    void theCloudFollowsTheAuthority(String authority, String endpoint) {
        AccessSettings plain = new AccessSettings(Optional.empty(), Optional.empty(), Optional.empty(), true);

        assertThat(new AzureAccess(plain, environment(authority)).endpoint()).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login.microsoftonline.us",
                "http://login.microsoftonline.com",
                "https://login.microsoftonline.com/tenant"
            })
    void anAuthorityThatIsNoneIsTold(String authority) {

        assertThatThrownBy(() -> new AzureAccess(settings(), environment(authority)))
                .isInstanceOf(DiagnosticsException.class)
                .hasMessageContaining("AZURE_AUTHORITY_HOST is no address that signs in");
    }
}
