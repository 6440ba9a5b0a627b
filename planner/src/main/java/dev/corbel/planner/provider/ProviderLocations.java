package dev.corbel.planner.provider;

import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ProviderRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compares the locations at which objects were made with those at which their providers point now. */
public final class ProviderLocations {
    private final Sessions sessions;
    private final Map<Comparison, Boolean> same = new ConcurrentHashMap<>();

    private record Comparison(ProviderRecord recorded, ProviderRecord now) {}

    public ProviderLocations(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Tells whether two configurations of a provider reach different objects. What either does not say is the same. Where they
     * point elsewhere, the session may know better.
     *
     * @param session of the configuration of now
     * @throws DiagnosticsException where the session cannot find that out
     */
    public boolean differ(ProviderRecord recorded, ProviderRecord now, Session session) {
        return !recorded.configuration().equals(now.configuration())
                && !differences(recorded, now).isEmpty()
                && !same.computeIfAbsent(
                        new Comparison(recorded, now), absent -> session.samePlace(recorded.configuration()));
    }

    /** Tells whether anything was recorded that says where an object is. */
    public boolean areKnown(ProviderRecord record) {
        return !sessions.location(record.key().provider(), record.configuration())
                .entries()
                .isEmpty();
    }

    /** Such as {@code directory was "x" and is "y"}, for each attribute that decides where a provider points. */
    public List<String> differences(ProviderRecord recorded, ProviderRecord now) {
        MapValue there = sessions.location(recorded.key().provider(), recorded.configuration());
        MapValue here = sessions.location(now.key().provider(), now.configuration());
        List<String> differences = new ArrayList<>();
        there.entries().forEach((name, old) -> {
            Value current = here.get(name);
            if (!current.isNull() && !old.equals(current)) {
                differences.add("%s was \"%s\" and is \"%s\"".formatted(name, old, current));
            }
        });
        return differences;
    }
}
