package dev.corbel.providers.simulator;

import dev.corbel.providers.api.MarkedObjects;
import dev.corbel.providers.api.MarkedObjects.MarkedObject;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Finds the objects whose files name the operation that made them: all with one look at the folder. */
final class SimObjectMarks {
    private SimObjectMarks() {}

    static MarkedObjects of(SimulatorSession session, BiPredicate<String, String> known) {
        try {
            List<SimObject> made = session.perform(
                    LoggedCall.of("list"), () -> session.store().made(id -> known.test(SimObjectType.TYPE, id)));
            return new MarkedObjects(made.stream().map(SimObjectMarks::marked).toList(), false, Optional.empty());
        } catch (ProviderException failed) {
            return new MarkedObjects(List.of(), false, Optional.of(new ReadResult.Unreadable(failed.diagnostic())));
        }
    }

    private static MarkedObject marked(SimObject object) {
        return new MarkedObject(SimObjectType.TYPE, object.id(), object.attributes(), Optional.of(object.token()));
    }
}
