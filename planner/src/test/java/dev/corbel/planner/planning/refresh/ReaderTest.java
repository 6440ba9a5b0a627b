package dev.corbel.planner.planning.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.prior.Tasks;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.TypedRead;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The batches in which objects are read, and the order of the answers. */
class ReaderTest {
    private static final ResourceType FILE = new NumberedType("file");
    private static final ResourceType PACKAGE = new NumberedType("package");

    private final List<ReadResult> answered = new ArrayList<>();

    @Test
    void aHostReadsObjectsOfAllTypesWithOneCall() {
        Host host = new Host(OptionalInt.of(100));

        read(host, FILE, PACKAGE, FILE, PACKAGE, PACKAGE);

        assertThat(host.reads).containsExactly(List.of("file 0", "package 1", "file 2", "package 3", "package 4"));
        assertThat(answered).isEqualTo(answers(5));
    }

    @Test
    void aHostReadsNoMoreAtOnceThanItLikes() {
        Host host = new Host(OptionalInt.of(2));

        read(host, FILE, PACKAGE, FILE);

        assertThat(host.reads).containsExactlyInAnyOrder(List.of("file 0", "package 1"), List.of("file 2"));
        assertThat(answered).isEqualTo(answers(3));
    }

    @Test
    void otherSessionsReadTypeByTypeInTheBatchesOfEach() {
        Host host = new Host(OptionalInt.empty());

        read(host, FILE, PACKAGE, FILE, PACKAGE, FILE);

        assertThat(host.reads)
                .containsExactlyInAnyOrder(
                        List.of("file 0", "file 2"), List.of("file 4"), List.of("package 1", "package 3"));
        assertThat(answered).isEqualTo(answers(5));
    }

    private static List<ReadResult> answers(int count) {
        List<ReadResult> expected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            expected.add(new ReadResult.Present(object(i)));
        }
        return expected;
    }

    private void read(Session session, ResourceType... types) {
        List<Reader.Wanted> wanted = new ArrayList<>();
        for (ResourceType type : types) {
            Address address = Address.resource(type.name(), "n" + wanted.size());
            wanted.add(new Reader.Wanted(
                    session,
                    type,
                    new ReadableType.ReadRequest(address, object(wanted.size())),
                    QuotedSecrets.of(),
                    answered::add));
        }
        try (Tasks tasks = new Tasks(2)) {
            new Reader(tasks).read(wanted);
        }
    }

    private static ObjectState object(int number) {
        return new ObjectState(MapValue.EMPTY.with("id", Value.of(String.valueOf(number))));
    }

    /** A host that notes each of its reads. */
    private static final class Host implements Session {
        private final OptionalInt batchSize;
        private final List<List<String>> reads = Collections.synchronizedList(new ArrayList<>());

        Host(OptionalInt batchSize) {
            this.batchSize = batchSize;
        }

        @Override
        public List<ReadResult> read(List<TypedRead> requests) {
            reads.add(requests.stream()
                    .map(read -> read.type().name() + " "
                            + read.request().prior().attributes().text("id").orElseThrow())
                    .toList());
            return Session.super.read(requests);
        }

        @Override
        public OptionalInt readBatchSize() {
            return batchSize;
        }

        @Override
        public void close() {}
    }

    /** Objects that are as they were last seen, read two by two. */
    private record NumberedType(String name) implements ResourceType {
        @Override
        public Schema schema() {
            return Schema.EMPTY;
        }

        @Override
        public IdentityClass identityClass(MapValue planned) {
            return IdentityClass.NONE;
        }

        @Override
        public int readBatchSize() {
            return 2;
        }

        @Override
        public List<ReadResult> read(Session session, List<ReadRequest> requests) {
            return requests.stream()
                    .<ReadResult>map(request -> new ReadResult.Present(request.prior()))
                    .toList();
        }

        @Override
        public ObjectState create(Session session, CreateRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ObjectState update(Session session, UpdateRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(Session session, DeleteRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> list(Session session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ObjectState> importObject(Session session, String id) {
            throw new UnsupportedOperationException();
        }
    }
}
