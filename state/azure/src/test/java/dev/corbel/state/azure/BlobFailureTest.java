package dev.corbel.state.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.exception.ClientAuthenticationException;
import dev.corbel.emulators.AzuriteExtension;
import dev.corbel.emulators.AzuriteServer;
import dev.corbel.state.remote.RemoteFailureException;
import dev.corbel.state.remote.RemoteObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The texts for people when something is wrong with the container; keys and tokens are never in them. */
@ExtendWith(AzuriteExtension.class)
class BlobFailureTest {
    private static final String OTHER_KEY = "d3Jvbmcta2V5LXdyb25nLWtleS13cm9uZy1rZXk=";
    private static final String NETWORK = "\nCheck the state block's account and endpoint, and the network.";

    @SuppressWarnings("NullAway.Init")
    private TestContainer container;

    @BeforeEach
    void makeContainer(AzuriteServer server) {
        container = TestContainer.on(server);
    }

    private static BlobCredential key(String text) {
        return new BlobCredential(BlobCredential.Kind.KEY, text);
    }

    private static BlobCredential token(String text) {
        return new BlobCredential(BlobCredential.Kind.TOKEN, text);
    }

    private static String failure(BlobSettings settings) {
        BlobObjects objects = BlobObjects.connect(settings, "production");
        IOException failure = Objects.requireNonNull(
                catchThrowableOfType(IOException.class, () -> objects.create("head.json", new byte[] {1})));
        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString() + settings + objects.description())
                .doesNotContain(AzuriteServer.KEY, OTHER_KEY, "sig=");
        assertThat(failure.getMessage()).startsWith("Cannot create head.json in " + objects.description() + ": ");
        String text = String.valueOf(failure.getMessage()).replace(" in " + objects.description(), "");
        return failure instanceof RemoteFailureException known ? text + "\n" + known.hint() : text;
    }

    private BlobSettings at(String endpoint) {
        return new BlobSettings(endpoint, "acme", "state", "corbel", key(AzuriteServer.KEY));
    }

    @Test
    void theContainerIsMissing() {
        BlobSettings there = container.settings();
        assertThat(failure(new BlobSettings(
                        there.endpoint(), there.account(), "no-such", there.prefix(), there.credential())))
                .isEqualTo("""
                Cannot create head.json: The specified container does not exist
                Create it: az storage container create --account-name devstoreaccount1 --name no-such.""");
    }

    @Test
    void theKeyIsWrong() {
        assertThat(failure(container.settings(key(OTHER_KEY)))).isEqualTo("""
                Cannot create head.json: Server failed to authenticate the request. Make sure the value of the \
                Authorization header is formed correctly including the signature
                The key comes from AZURE_STORAGE_CONNECTION_STRING, else from AZURE_STORAGE_KEY.""");
    }

    @Test
    void theTokenOnlyReads() {
        String reading = container.server().token(container.name(), "rl");
        assertThat(failure(container.settings(token(reading)))).isEqualTo("""
                Cannot create head.json: This request is not authorized to perform this operation using this permission
                The token comes from AZURE_STORAGE_CONNECTION_STRING, else from AZURE_STORAGE_SAS_TOKEN. It needs the \
                rights to read, create, write, delete and list, and its time may be over.""");
    }

    @Test
    void aTokenWithAllRightsIsEnough() throws IOException {
        String token = container.server().token(container.name(), "rcwdl");
        try (BlobObjects objects = BlobObjects.connect(container.settings(token(token)), "production")) {
            String version = objects.create("head.json", new byte[] {1});
            objects.lease("head.json").orElseThrow().release();
            objects.replace("head.json", new byte[] {2}, version);
            assertThat(objects.get("head.json").map(RemoteObject::data)).contains(new byte[] {2});
            assertThat(objects.list("")).containsExactly("head.json");
            objects.delete(List.of("head.json", "never"));
            assertThat(objects.get("head.json")).isEmpty();
        }
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(failure(at("http://127.0.0.1:" + port + "/acme")))
                .isEqualTo("Cannot create head.json: nobody answers at http://127.0.0.1:" + port + "/acme" + NETWORK);
    }

    /** The headers of an answer, and then nothing more of it. */
    @Test
    void anAnswerThatStopsHalfWayIsGivenUp() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answerHalf(server));
            answering.setDaemon(true);
            answering.start();
            String endpoint = "http://127.0.0.1:" + server.getLocalPort() + "/acme";
            Duration soon = Duration.ofMillis(200);
            BlobObjects objects = new BlobObjects(at(endpoint), "production", BlobClients.of(at(endpoint), soon, soon));

            for (String name : List.of("head.json", "snapshots/1.json")) {
                assertThat(catchThrowableOfType(IOException.class, () -> objects.get(name)))
                        .hasMessage("Cannot read " + name + " in " + objects.description() + ": no answer from "
                                + endpoint + " in time");
            }
        }
    }

    private static void answerHalf(ServerSocket server) {
        try {
            while (true) {
                Socket connection = server.accept();
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\nETag: \"1\"\r\n\r\nhalf".getBytes(UTF_8));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Test
    void theHostIsUnknown() {
        assertThat(failure(at("https://acme.blob.invalid")))
                .isEqualTo("Cannot create head.json: the host of https://acme.blob.invalid is unknown" + NETWORK);
    }

    @Test
    void nobodyIsSignedIn() {
        BlobSettings settings = container.settings(BlobCredential.IDENTITY);
        IOException failure = new BlobFailure(settings, "PLACE")
                .of("read head.json", new ClientAuthenticationException("a long text", null));
        assertThat(failure).hasMessage("Cannot read head.json in PLACE: no credentials were found");
        assertThat(((RemoteFailureException) failure).hint())
                .isEqualTo("Set AZURE_STORAGE_CONNECTION_STRING, AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN, or sign"
                        + " in with az login.");
    }
}
