package dev.corbel.providers.local.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.local.place.LocalSession;
import dev.corbel.providers.local.place.SupervisorClient;
import dev.corbel.providers.local.supervisor.Place;
import dev.corbel.providers.local.supervisor.PrivateFiles;
import dev.corbel.providers.local.supervisor.ProcessMark;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with containers, in the words that users read. */
class ContainerProblemsTest {
    private static final Address ADDRESS = Address.resource(LocalContainer.TYPE, "web");

    private final LocalContainer type = new LocalContainer();

    @TempDir
    Path temporary;

    private Place place = new Place(Path.of(""));
    private LocalSession session = new LocalSession(ProviderContext.system(Path.of(""), "test"));

    @BeforeEach
    void openSession() throws Exception {
        Path project = Files.createDirectory(temporary.resolve("my project"));
        place = Place.of(project, "test");
        session = new LocalSession(ProviderContext.system(project, "test"));
    }

    @AfterEach
    void endProcesses() throws Exception {
        SupervisorClient.stop(place);
    }

    private static MapValue planned() {
        return Values.map("name", "web", "command", List.of("sleep", "1000"), "start_seconds", 30, "stop_seconds", 10);
    }

    private ObjectState create(String token) throws ProviderException {
        return type.create(session, new ResourceType.CreateRequest(ADDRESS, planned(), token, Optional.empty()));
    }

    private static Diagnostic problem(ThrowingCallable call) {
        return catchThrowableOfType(ProviderException.class, call).diagnostic();
    }

    @Test
    void aNameThatAnotherHasIsTold() throws Exception {
        create("token");

        Diagnostic problem = problem(() -> create("another"));

        assertThat(problem.summary()).isEqualTo("There is a container called web already");
        assertThat(problem.hint()).contains("Give " + ADDRESS + " another name.");
    }

    @Test
    void whatIsGoneCannotBeChanged() throws Exception {
        ObjectState container = create("token");
        type.delete(session, new ResourceType.DeleteRequest(ADDRESS, container, "token", Optional.empty()));

        Diagnostic problem = problem(() -> type.update(
                session, new ResourceType.UpdateRequest(ADDRESS, container, planned(), "token", Optional.empty())));

        assertThat(problem.summary()).isEqualTo("The container web is gone");
    }

    @Test
    void aSupervisorThatDoesNotAnswerIsTold() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ProcessMark self = ProcessMark.of(ProcessHandle.current());
        PrivateFiles.write(
                place.supervisor(),
                "{\"pid\":%d,\"started\":%d,\"port\":%d,\"token\":\"x\"}".formatted(self.pid(), self.started(), port));

        try {
            ObjectState prior = new ObjectState(planned(), "token");
            ReadResult.Unreadable result =
                    (ReadResult.Unreadable) type.read(session, List.of(new ReadableType.ReadRequest(ADDRESS, prior)))
                            .get(0);

            assertThat(result.reason().summary()).isEqualTo("The supervisor of " + place.folder() + " does not answer");
            assertThat(result.reason().hint()).contains("Its log is " + place.log() + ".");
        } finally {
            Files.delete(place.supervisor());
        }
    }
}
