package dev.corbel.providers.azure.cds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.conformance.LoadedClasses;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassTrainingTest {

    @Test
    void classesOfSigningInAndOfCallsAreLoaded() throws Exception {
        String output = LoadedClasses.log(ClassTraining.class);

        for (String name : List.of(
                "com.azure.core.http.HttpPipeline",
                "com.azure.core.http.jdk.httpclient.JdkHttpClient",
                "com.azure.core.http.policy.BearerTokenAuthenticationPolicy",
                "com.azure.identity.EnvironmentCredential",
                "com.microsoft.aad.msal4j.ConfidentialClientApplication",
                "dev.corbel.clients.azure.Answer",
                "dev.corbel.providers.azure.client.AzureSession")) {
            assertThat(output).contains(name + " source:");
        }
    }

    @Test
    void realCredentialsAreNotUsed() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClassTraining.class.getName())
                .redirectErrorStream(true);
        builder.environment().put("AZURE_CLIENT_ID", "somebody");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output).contains("real credentials would be used");
    }

    @Test
    void theLibraryLoadsOnlyWithASession() throws Exception {
        String output = LoadedClasses.log(CheckingOnly.class);

        assertThat(output).contains("checked azure");
        assertThat(output.lines().filter(line -> line.contains(" com.azure.") || line.contains(" reactor.")))
                .isEmpty();
    }
}
