package dev.corbel.providers.onprem.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.SshServer;
import dev.corbel.emulators.SshServerExtension;
import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.TypedRead;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.onprem.ssh.SshConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SshServerExtension.class)
class OnpremSessionTest {
    private static final int MANY = 200;

    @TempDir
    private Path folder;

    private final NoteType notes = new NoteType();

    @Test
    void manyObjectsOfManyTypesAreReadInOneChannel() throws Exception {
        try (SshServer server = SshServer.start();
                OnpremSession session = HostFixture.session(server, notes, new BrokenType("onprem_broken", "exit 3"))) {
            List<TypedRead> reads = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                Path file = folder.resolve("note-" + i);
                if (i % 10 != 0) {
                    Files.writeString(file, "content " + i);
                }
                reads.add(new TypedRead(notes, request(file)));
            }
            reads.add(7, new TypedRead(new BrokenType("onprem_broken", ""), request(folder)));

            List<ReadResult> results = new ArrayList<>(session.read(reads));
            assertThat(server.log().lines().filter(line -> line.startsWith("Starting session")))
                    .hasSize(1);
            assertThat(results.remove(7)).isInstanceOfSatisfying(ReadResult.Unreadable.class, unreadable -> {
                assertThat(unreadable.reason().summary())
                        .isEqualTo("Objects of type onprem_broken cannot be read on web-1");
                assertThat(unreadable.reason().isOfSession()).isFalse();
            });
            for (int i = 0; i < MANY; i++) {
                if (i % 10 == 0) {
                    assertThat(results.get(i)).isEqualTo(new ReadResult.Absent());
                } else {
                    ReadResult.Present present = (ReadResult.Present) results.get(i);
                    assertThat(present.object().attributes().text("content")).contains("content " + i);
                }
            }
        }
    }

    @Test
    void aFragmentThatBreaksTakesNoOtherWithIt(SshServer server) throws Exception {
        Files.writeString(folder.resolve("note"), "here");
        List<String> fragments = List.of(
                "if then; ))",
                "exit 4",
                "echo partial; echo reason >&2; kill -9 $$",
                "cat; echo \"$nosuch\"",
                "PATH=; LC_ALL=; corbel_section() { :; }; exec >/dev/null 2>&1",
                "printf 'a\\nb'; printf '#corbel-end 9\\n'");
        List<BrokenType> broken = new ArrayList<>();
        for (int i = 0; i < fragments.size(); i++) {
            broken.add(new BrokenType("onprem_broken_" + i, fragments.get(i)));
        }
        List<ResourceType> types = new ArrayList<>(broken);
        types.add(notes);
        try (OnpremSession session = HostFixture.session(server, types.toArray(ResourceType[]::new))) {
            List<TypedRead> reads = new ArrayList<>();
            broken.forEach(type -> reads.add(new TypedRead(type, request(folder))));
            reads.add(new TypedRead(notes, request(folder.resolve("note"))));
            List<ReadResult> results = session.read(reads);
            assertThat(results.subList(0, fragments.size()))
                    .allSatisfy(result -> assertThat(result).isInstanceOf(ReadResult.Unreadable.class));
            assertThat(((ReadResult.Unreadable) results.get(2)).reason().detail())
                    .contains("reason");
            assertThat(results.get(fragments.size())).isInstanceOf(ReadResult.Present.class);
        }
    }

    @Test
    void anAnswerWithoutItsEndTellsNothing() {
        String whole = "machine m\nsection 0 YQ== CjA=\n#corbel-end 1\n";
        assertThat(FactScript.read(new Output(0, whole, ""), 1))
                .contains(new FactScript.Answer("m", List.of(new Output(0, "a", ""))));
        for (int length = 0; length < whole.length() - 1; length++) {
            assertThat(FactScript.read(new Output(0, whole.substring(0, length), ""), 1))
                    .isEmpty();
        }
        assertThat(FactScript.read(new Output(1, whole, ""), 1)).isEmpty();
        assertThat(FactScript.read(new Output(0, whole, ""), 2)).isEmpty();
    }

    @Test
    void anUnreachableHostIsToldOnceAndCostsItsTimeoutOnce(SshServer server) {
        HostSettings live = HostFixture.settings(server);
        // An address that is kept for documents: nobody answers there, and nobody refuses.
        HostSettings dead = new HostSettings(
                "db-1",
                "192.0.2.1",
                Optional.of(22),
                live.user(),
                Optional.empty(),
                live.hostKey(),
                live.identityFile(),
                Optional.empty(),
                true,
                Optional.empty(),
                Duration.ofSeconds(1));
        try (OnpremSession session =
                new OnpremSession(dead, HostFixture.context("shop"), SshConnection::new, name -> Optional.of(notes))) {
            long begin = System.nanoTime();
            List<TypedRead> reads = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                reads.add(new TypedRead(notes, request(folder.resolve("note-" + i))));
            }
            List<ReadResult> results = new ArrayList<>(session.read(reads));
            for (int i = 0; i < 20; i++) {
                results.addAll(notes.read(session, List.of(request(folder))));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
            assertThat(results).allSatisfy(result -> {
                ReadResult.Unreadable unreadable = (ReadResult.Unreadable) result;
                assertThat(unreadable.cause()).isEqualTo(ReadResult.Cause.UNREACHABLE);
                assertThat(unreadable.reason().isOfSession()).isTrue();
                assertThat(unreadable.reason().summary()).startsWith("Nothing answers at ");
            });
            assertThat(results.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void callsQueueForTheirHostAndExclusiveOnesForEachOther(SshServer server) {
        BrokenType exclusive = new BrokenType("onprem_exclusive", "") {
            @Override
            protected boolean isExclusive() {
                return true;
            }
        };
        try (OnpremSession session = HostFixture.session(server, notes, exclusive)) {
            assertThat(session.concurrencyKeys(NoteType.TYPE, MapValue.EMPTY))
                    .containsExactly(new ConcurrencyKey("onprem/127.0.0.1/web-1", 4));
            assertThat(session.concurrencyKeys("onprem_exclusive", MapValue.EMPTY))
                    .containsExactly(
                            new ConcurrencyKey("onprem/127.0.0.1/web-1", 4),
                            new ConcurrencyKey("onprem/127.0.0.1/web-1/exclusive", 1));
        }
    }

    private static ReadRequest request(Path path) {
        return request(path.toString());
    }

    static ReadRequest request(String path) {
        MapValue attributes = new MapValue(Map.of("path", Value.of(path)));
        return new ReadRequest(Address.resource(NoteType.TYPE, "a"), new ObjectState(attributes));
    }
}
