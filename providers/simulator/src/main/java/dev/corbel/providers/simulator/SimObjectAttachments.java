package dev.corbel.providers.simulator;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.AttachedObject;
import dev.corbel.providers.api.ReadableType.Parent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the objects whose files say that they are on another one: all of them with one look at the folder. */
final class SimObjectAttachments {
    private SimObjectAttachments() {}

    static List<Attached> of(SimulatorSession session, List<Parent> parents) {
        try {
            Map<String, List<AttachedObject>> found =
                    session.perform(LoggedCall.of("list"), () -> byParent(session.store()));
            return parents.stream()
                    .map(parent -> found.getOrDefault(
                            parent.object()
                                    .attributes()
                                    .text(SimObjectSchema.ID)
                                    .orElse(""),
                            List.of()))
                    .map(Attached::of)
                    .toList();
        } catch (ProviderException failed) {
            Attached unreadable = Attached.unreadable(new ReadResult.Unreadable(failed.diagnostic()));
            return parents.stream().map(parent -> unreadable).toList();
        }
    }

    private static Map<String, List<AttachedObject>> byParent(SimObjectStore store) throws IOException {
        Map<String, List<AttachedObject>> byParent = new HashMap<>();
        for (SimObject object : store.attached()) {
            byParent.computeIfAbsent(object.parent().orElse(""), parent -> new ArrayList<>())
                    .add(new AttachedObject(SimObjectType.TYPE, object.id(), object.attributes(), object.danger()));
        }
        return byParent;
    }
}
