package dev.corbel.state.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.RandomChanges;
import dev.corbel.state.Samples;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.JournalEntry;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateBuilder;
import dev.corbel.state.model.StateChange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalJsonTest {
    private static JournalEntry read(byte[] line) throws IOException {
        return new JournalJson().read(line, 0, line.length);
    }

    private static Intent intent(MapValue planned) {
        return new Intent(
                "op-1",
                Samples.address("a"),
                Intent.Action.UPDATE,
                Samples.PROVIDER,
                IdentityClass.TAG,
                planned,
                Optional.of(Samples.object("old")),
                Optional.of("c0ffee"),
                "9f86d081");
    }

    @Test
    void readsBackHeaders() throws IOException {
        JournalEntry.Header header = new JournalEntry.Header("production", "lineage", 4, "journal", 2);
        assertThat(new String(JournalJson.write(header), UTF_8))
                .isEqualTo("{\"entry\":\"journal\",\"format\":2,\"environment\":\"production\",\"lineage\":\"lineage\","
                        + "\"serial\":4,\"id\":\"journal\",\"segment\":2}");
        assertThat(read(JournalJson.write(header))).isEqualTo(header);
        String former = new String(JournalJson.write(header), UTF_8).replace("\"format\":2", "\"format\":1");
        assertThat(read(former.getBytes(UTF_8))).isEqualTo(header);
    }

    @Test
    void readsBackEveryChange() throws IOException {
        RandomChanges changes = new RandomChanges(42);
        StateBuilder state = new StateBuilder(State.empty("production"));
        for (int i = 0; i < 2000; i++) {
            StateChange change = changes.next(state.build("production", "", 0));
            state.apply(change);
            Result result = new Result(i % 2 == 0 ? Optional.empty() : Optional.of("op-" + i), List.of(change, change));
            assertThat(read(JournalJson.write(result))).isEqualTo(new JournalEntry.Recorded(result));
        }
    }

    @Test
    void keepsSecretsAndTheTemplatesAttributesOutOfIntents() throws IOException {
        Map<String, Value> planned = new LinkedHashMap<>();
        planned.put("name", Value.of("a"));
        planned.put("id", Value.unknown());
        planned.put("password", Value.sensitive(Value.of("geheim")));
        planned.put("users", Value.list(Value.of("root"), Value.sensitive(Value.of("geheim"))));
        byte[] line = JournalJson.write(intent(new MapValue(planned)));
        assertThat(new String(line, UTF_8))
                .isEqualTo(
                        "{\"entry\":\"intent\",\"operation\":\"op-1\",\"address\":\"sim_object.a\",\"action\":\"update\","
                                + "\"identity\":\"tag\",\"provider\":{\"name\":\"simulator\",\"settings\":{\"directory\":"
                                + "\".simulator\"}},\"planned\":{\"name\":\"a\",\"id\":null,\"password\":null,"
                                + "\"users\":[\"root\",null]},\"sensitive_paths\":[[\"password\"],[\"users\",1]],"
                                + "\"unknown_paths\":[[\"id\"],[\"password\"],[\"users\",1]],\"template\":{\"provider\":"
                                + "{\"name\":\"simulator\",\"settings\":{\"directory\":\".simulator\"}},\"schema_version\":1,"
                                + "\"attributes\":{}},\"deposed_key\":\"c0ffee\",\"digest\":\"9f86d081\"}");
        planned.put("password", Value.sensitive(Value.unknown()));
        planned.put("users", Value.list(Value.of("root"), Value.sensitive(Value.unknown())));
        Intent expected = intent(new MapValue(planned));
        assertThat(read(line))
                .isEqualTo(new JournalEntry.Intended(new Intent(
                        expected.operation(),
                        expected.address(),
                        expected.action(),
                        expected.provider(),
                        expected.identity(),
                        expected.planned(),
                        Optional.of(Samples.object(MapValue.EMPTY)),
                        expected.deposedKey(),
                        expected.digest())));
    }

    @Test
    void keepsWhatIsUnknownInAnObjectThatAProviderLeftHalfDone() throws IOException {
        MapValue half = Value.map(Map.of("id", Value.of("1"), "tags", Value.list(Value.unknown())));
        Result result = new Result(
                Optional.of("op"), List.of(new StateChange.PutCurrent(Samples.address("a"), Samples.object(half))));
        assertThat(read(JournalJson.write(result))).isEqualTo(new JournalEntry.Recorded(result));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> read("{\"entry\":\"wish\"}".getBytes(UTF_8))).hasMessage("there is no entry \"wish\"");
        assertThatThrownBy(() -> read("{\"entry\":\"result\",\"changes\":[{\"change\":\"paint\"}]}".getBytes(UTF_8)))
                .hasMessage("there is no change \"paint\"");
        assertThatThrownBy(() -> read("{\"entry\":\"journal\",\"format\":9}".getBytes(UTF_8)))
                .hasMessage("format 9 is newer than 2");
    }
}
