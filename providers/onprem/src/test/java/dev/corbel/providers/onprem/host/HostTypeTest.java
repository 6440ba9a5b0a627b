package dev.corbel.providers.onprem.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.emulators.SshServer;
import dev.corbel.emulators.SshServerExtension;
import dev.corbel.providers.api.MarkedObjects.MarkedObject;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SshServerExtension.class)
class HostTypeTest {
    private static final Address ADDRESS = Address.resource(NoteType.TYPE, "a");

    private final NoteType type = new NoteType();

    @TempDir
    private Path folder;

    private OnpremSession session;

    @BeforeEach
    void open(SshServer server) throws IOException {
        folder = folder.toRealPath();
        session = HostFixture.session(server, type);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void anObjectIsMadeReadChangedAndRemoved(SshServer server) throws Exception {
        ObjectState made = create(session, planned("one", false), "t1");
        assertThat(Files.readString(path())).isEqualTo("one");
        assertThat(made.attributes().text("content")).contains("one");
        assertThat(entry(server))
                .contains("project=shop", "environment=production", "address=onprem_note.a", "token=t1");

        ObjectState changed =
                type.update(session, new UpdateRequest(ADDRESS, made, planned("two", false), "t2", Optional.empty()));
        assertThat(changed.attributes().text("content")).contains("two");
        assertThat(changed.privateData()).isEqualTo(made.privateData());
        assertThat(read(changed)).isEqualTo(new ReadResult.Present(changed));

        delete(session, changed, "t3");
        assertThat(path()).doesNotExist();
        assertThat(entryFile(server)).doesNotExist();
        assertThat(read(changed)).isEqualTo(new ReadResult.Absent());
        delete(session, changed, "t3");
    }

    @Test
    void anObjectOfNobodyIsNotOverwrittenUnasked(SshServer server) throws Exception {
        Files.writeString(path(), "by hand");
        assertThatThrownBy(() -> create(session, planned("one", false), "t1"))
                .isInstanceOfSatisfying(ProviderException.class, failure -> {
                    assertThat(failure.diagnostic().summary())
                            .isEqualTo("onprem_note \"" + path() + "\" is on web-1 already");
                    assertThat(failure.diagnostic().hint().orElseThrow()).contains("replaceExisting = true");
                });
        assertThat(Files.readString(path())).isEqualTo("by hand");
        assertThat(entryFile(server)).doesNotExist();

        ObjectState made = create(session, planned("one", true), "t2");
        assertThat(Files.readString(path())).isEqualTo("one");
        assertThat(entry(server)).contains("existed=true");
        ObjectState changed =
                type.update(session, new UpdateRequest(ADDRESS, made, planned("two", true), "t3", Optional.empty()));
        assertThat(Files.readString(server.books().resolve("previous").resolve(KeyName.of(path().toString()))))
                .isEqualTo("one");
        delete(session, changed, "t4");
        assertThat(Files.readString(path())).isEqualTo("by hand");
        assertThat(entryFile(server)).doesNotExist();
    }

    @Test
    void objectsThatNoStateHasAreTold(SshServer server) throws Exception {
        try (OnpremSession mine =
                        HostFixture.session(server, HostFixture.context("mine").ofState("mine"), type);
                OnpremSession others =
                        HostFixture.session(server, HostFixture.context("mine").ofState("others"), type)) {
            ObjectState made = create(mine, planned("one", false), "t1");
            assertThat(type.listedId(made.attributes()))
                    .as("what state is asked about")
                    .contains(path().toString());
            assertThat(mine.listMarked((name, id) -> false).objects())
                    .containsExactly(
                            new MarkedObject(NoteType.TYPE, path().toString(), MapValue.EMPTY, Optional.of("t1")));
            assertThat(mine.listMarked((name, id) -> id.equals(path().toString()))
                            .objects())
                    .isEmpty();
            assertThat(others.listMarked((name, id) -> false).objects()).isEmpty();
        }
    }

    @Test
    void anObjectOfAnotherProjectIsRefusedWithItsName(SshServer server) throws Exception {
        ObjectState made = create(session, planned("one", false), "t1");
        try (OnpremSession other = HostFixture.session(server, HostFixture.context("intranet"), type)) {
            assertThatThrownBy(() -> create(other, planned("two", true), "t2"))
                    .isInstanceOfSatisfying(ProviderException.class, failure -> {
                        assertThat(failure.diagnostic().summary())
                                .isEqualTo("onprem_note \"" + path() + "\" on web-1 belongs to another resource");
                        assertThat(failure.diagnostic().detail())
                                .isEqualTo("It is onprem_note.a in the environment production of the project shop.");
                    });
            assertThatThrownBy(() -> delete(other, made, "t3")).hasMessageContaining("belongs to another resource");
        }
        assertThat(Files.readString(path())).isEqualTo("one");
    }

    @Test
    void twoProjectsOfOneNameAreToldApartByTheirStates(SshServer server) throws Exception {
        ProviderContext context = HostFixture.context("shop");
        try (OnpremSession first = HostFixture.session(server, context.ofState("lineage-1"), type);
                OnpremSession second = HostFixture.session(server, context.ofState("lineage-2"), type);
                OnpremSession elsewhere = HostFixture.session(
                        server, HostFixture.context("checkout").ofState("lineage-1"), type)) {
            ObjectState made = create(first, planned("one", false), "t1");
            assertThatThrownBy(() -> create(second, planned("two", true), "t2"))
                    .hasMessageContaining("belongs to another resource");
            delete(elsewhere, made, "t3");
            assertThat(path()).doesNotExist();
        }
    }

    @Test
    void anInterruptedCreationIsFoundByItsToken() throws Exception {
        CreateRequest request = request(planned("one", false), "t1");
        assertThat(type.recover(session, request)).isEmpty();
        ObjectState made = type.create(session, request);
        assertThat(type.recover(session, request)).contains(made);
        assertThat(type.recover(session, request(planned("one", false), "t2"))).isEmpty();
        assertThat(type.create(session, request)).isEqualTo(made);
    }

    @Test
    void aClaimWithoutAnObjectKeepsNobodyFromMakingIt() throws Exception {
        session.host().registry().claim(type, ADDRESS, path().toString(), "t1", false, false);
        assertThat(type.recover(session, request(planned("one", false), "t1"))).isEmpty();
        assertThat(create(session, planned("one", false), "t1").attributes().text("content"))
                .contains("one");
    }

    @Test
    void aFailureThatChangedNothingLeavesWhatNoHostTellsAsItWas() throws Exception {
        ObjectState made = create(session, planned("one", false), "t1");
        MapValue planned = planned("one", false).with("fail", Value.of("exit 1"));
        assertThatThrownBy(
                        () -> type.update(session, new UpdateRequest(ADDRESS, made, planned, "t2", Optional.empty())))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.object())
                        .contains(made));

        MapValue other = planned("two", false).with("fail", Value.of("exit 1"));
        assertThatThrownBy(() -> type.update(session, new UpdateRequest(ADDRESS, made, other, "t3", Optional.empty())))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(
                                failure.object().orElseThrow().attributes())
                        .isEqualTo(other));
    }

    @Test
    void aFailureTellsWhatIsThere() {
        MapValue planned = planned("one", false).with("fail", Value.of("echo no >&2; exit 1"));
        assertThatThrownBy(() -> create(session, planned, "t1"))
                .isInstanceOfSatisfying(ProviderException.class, failure -> {
                    assertThat(failure.diagnostic().detail()).isEqualTo("no");
                    assertThat(failure.object().orElseThrow().attributes().text("content"))
                            .contains("one");
                    assertThat(failure.isSound()).isTrue();
                });
    }

    @Test
    void anotherMachineAtTheAddressIsAnErrorAndNothingIsTakenForGone() throws Exception {
        try (SshServer server = SshServer.start()) {
            ObjectState made;
            try (OnpremSession first = HostFixture.session(server, type)) {
                made = create(first, planned("one", false), "t1");
            }
            Files.delete(path());
            server.becomeAnotherMachine();
            try (OnpremSession second = HostFixture.session(server, type)) {
                ReadResult.Unreadable unreadable =
                        (ReadResult.Unreadable) type.read(second, List.of(new ReadRequest(ADDRESS, made)))
                                .get(0);
                assertThat(unreadable.reason().summary()).isEqualTo("Another machine answers at 127.0.0.1");
                assertThat(unreadable.reason().isOfSession()).isTrue();
                assertThatThrownBy(() -> delete(second, made, "t2")).hasMessage("Another machine answers at 127.0.0.1");
                assertThatThrownBy(() -> type.update(
                                second,
                                new UpdateRequest(ADDRESS, made, planned("two", false), "t3", Optional.empty())))
                        .hasMessage("Another machine answers at 127.0.0.1");
                server.becomeAnotherMachine();
                assertThatThrownBy(() -> second.host().run(Script.of("Writing", ":")))
                        .hasMessage("Another machine answers at 127.0.0.1");
            }
            assertThat(path()).doesNotExist();
        }
    }

    private Path path() {
        return folder.resolve("it's a note");
    }

    private MapValue planned(String content, boolean replaceExisting) {
        return new MapValue(Map.of(
                "path",
                Value.of(path().toString()),
                "content",
                Value.of(content),
                HostType.REPLACE_EXISTING,
                Value.of(replaceExisting)));
    }

    private static CreateRequest request(MapValue planned, String token) {
        return new CreateRequest(ADDRESS, planned, token, Optional.empty());
    }

    private ObjectState create(OnpremSession open, MapValue planned, String token) throws ProviderException {
        return type.create(open, request(planned, token));
    }

    private void delete(OnpremSession open, ObjectState prior, String token) throws ProviderException {
        type.delete(open, new DeleteRequest(ADDRESS, prior, token, Optional.empty()));
    }

    private ReadResult read(ObjectState prior) {
        return type.read(session, List.of(new ReadRequest(ADDRESS, prior))).get(0);
    }

    private Path entryFile(SshServer server) {
        return server.books().resolve("owned/onprem_note").resolve(KeyName.of(path().toString()));
    }

    private List<String> entry(SshServer server) throws IOException {
        return Files.readAllLines(entryFile(server));
    }
}
