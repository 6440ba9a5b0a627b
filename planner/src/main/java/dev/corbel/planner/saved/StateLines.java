package dev.corbel.planner.saved;

import dev.corbel.state.journal.JournalEntry;
import dev.corbel.state.journal.Result;
import dev.corbel.state.json.JournalJson;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateBuilder;
import dev.corbel.state.model.StateChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** State as the changes that lead to it from nothing, in the form in which a journal records changes. */
final class StateLines {
    private final JournalJson json = new JournalJson();

    /** One list of changes for each instance, then one for outputs and blueprints. */
    static List<List<StateChange>> of(State state) {
        List<List<StateChange>> all = new ArrayList<>();
        for (ResourceInstance instance : state.instances().values()) {
            List<StateChange> changes = new ArrayList<>();
            instance.deposed()
                    .forEach((key, object) -> changes.add(new StateChange.PutDeposed(instance.address(), key, object)));
            instance.current().ifPresent(object -> changes.add(new StateChange.PutCurrent(instance.address(), object)));
            all.add(changes);
        }
        List<StateChange> others = new ArrayList<>();
        state.outputs().forEach((name, output) -> others.add(new StateChange.PutOutput(name, output)));
        state.blueprints().forEach((address, version) -> others.add(new StateChange.PutBlueprint(address, version)));
        all.add(others);
        return all;
    }

    static State build(String environment, String lineage, long serial, List<List<StateChange>> changes) {
        StateBuilder builder = new StateBuilder(State.empty(environment));
        changes.forEach(each -> each.forEach(builder::apply));
        return builder.build(environment, lineage, serial);
    }

    static byte[] write(List<StateChange> changes) {
        return JournalJson.write(new Result(Optional.empty(), changes));
    }

    List<StateChange> read(byte[] line) throws IOException {
        if (json.read(line, 0, line.length) instanceof JournalEntry.Recorded recorded) {
            return recorded.result().changes();
        }
        throw new IOException("changes of state are expected here");
    }
}
