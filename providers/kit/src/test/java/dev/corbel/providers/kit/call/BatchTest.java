package dev.corbel.providers.kit.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Batch batch = new Batch(CallFailure.CLASSIFIER, 2, () -> threads);
    private final List<String> calls = new ArrayList<>();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static List<ReadRequest> requests(String... ids) {
        return Stream.of(ids)
                .map(id -> new ReadRequest(Address.resource("post_box", "b"), object(id)))
                .toList();
    }

    private static ObjectState object(String id) {
        return new ObjectState(MapValue.EMPTY.with("id", Value.of(id)));
    }

    private static ReadResult present(String id) {
        return new ReadResult.Present(object(id));
    }

    /** Finds those that begin with a, fails for those that begin with f. */
    private Map<String, String> list(List<String> ids) {
        calls.add("list " + ids);
        if (ids.contains("f-list")) {
            throw new CallFailure("Busy");
        }
        Map<String, String> found = new HashMap<>();
        ids.stream().filter(id -> id.startsWith("a")).forEach(id -> found.put(id, id));
        return found;
    }

    private Optional<String> find(String id) {
        calls.add("find " + id);
        if (id.startsWith("f")) {
            throw new CallFailure("Busy");
        }
        return id.startsWith("late") ? Optional.of(id) : Optional.empty();
    }

    @Test
    void readsManyWithOneListAndConfirmsTheMissingDirectly() {
        List<ReadResult> results =
                batch.read(requests("a1", "late", "gone"), this::list, this::find, (id, request) -> object(id));

        assertThat(results).containsExactly(present("a1"), present("late"), new ReadResult.Absent());
        assertThat(calls).containsExactly("list [a1, late]", "find late", "list [gone]", "find gone");
    }

    @Test
    void aListThatFailsLeavesItsOwnObjectsUnreadable() {
        List<ReadResult> results =
                batch.read(requests("f-list", "a1", "a2"), this::list, this::find, (id, request) -> object(id));

        ReadResult unreadable = new ReadResult.Unreadable(CallFailure.diagnostic("Busy"));
        assertThat(results).containsExactly(unreadable, unreadable, present("a2"));
    }

    @Test
    void aDirectReadThatFailsLeavesOneObjectUnreadable() {
        List<ReadResult> results =
                batch.read(requests("f1", "a1"), this::list, this::find, (id, request) -> object(id));

        assertThat(results).containsExactly(new ReadResult.Unreadable(CallFailure.diagnostic("Busy")), present("a1"));
    }

    @Test
    void readsOneByOneInOrder() {
        List<ReadResult> results = batch.readEach(requests("a", "b", "c"), request -> {
            String id = request.prior().attributes().text("id").orElseThrow();
            return id.equals("b") ? Optional.empty() : Optional.of(request.prior());
        });

        assertThat(results).containsExactly(present("a"), new ReadResult.Absent(), present("c"));
    }

    @Test
    void aBugIsNoAnswer() {
        assertThatThrownBy(() -> batch.readEach(requests("a", "b"), request -> {
                    throw new IllegalArgumentException("a bug");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a bug");
    }
}
