package dev.corbel.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AzuriteExtension.class)
class AzuriteServerTest {

    private static HttpResponse<String> list(AzuriteServer azurite, String container, String token)
            throws IOException, InterruptedException {
        URI address = URI.create(azurite.endpoint() + "/" + container + "?restype=container&comp=list&" + token);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void knowsWhoMayAsk(AzuriteServer azurite) throws Exception {
        String container = azurite.newContainer();
        assertThat(list(azurite, container, "").statusCode()).isEqualTo(403);
        assertThat(list(azurite, container, azurite.token(container, "l")).body())
                .contains("<Blobs/>");
        assertThat(list(azurite, container, azurite.token(container, "r")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void endsWithItsProcess() {
        AzuriteServer azurite = AzuriteServer.start();
        azurite.close();
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(azurite::newContainer);
    }

    @Test
    void saysThatItNeedsNode() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("./azurite").redirectErrorStream(true);
        builder.environment().put("NODE", "node-that-nobody-has");
        Process process = builder.start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("emulators/azurite: there is no node-that-nobody-has on this machine\n");
        assertThat(process.waitFor()).isEqualTo(69);
    }
}
