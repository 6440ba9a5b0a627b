package dev.corbel.engine.drift;

import dev.corbel.engine.Engine;
import dev.corbel.engine.environment.Environment;
import dev.corbel.engine.environment.EnvironmentFinder;
import dev.corbel.planner.object.ObjectIndex;
import dev.corbel.planner.plan.ManagedElsewhere;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.json.StateDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects of all environments of a project, and of the operations that are under way or were interrupted. States are
 * read when something is found that the state at hand lacks, so that they are younger than that: where nothing strange is
 * found this costs nothing.
 */
final class ProjectObjects implements ManagedElsewhere {
    private final Engine engine;
    private final List<String> unread = new ArrayList<>();
    private @Nullable List<ObjectIndex> states;
    private final Set<String> operations = new HashSet<>();

    ProjectObjects(Engine engine) {
        this.engine = engine;
    }

    @Override
    public boolean has(String type, String id, MapValue attributes, Optional<String> operation) {
        List<ObjectIndex> all = states();
        return operation.filter(operations::contains).isPresent()
                || all.stream().anyMatch(state -> state.has(type, id, attributes));
    }

    private List<ObjectIndex> states() {
        if (states == null) {
            List<ObjectIndex> found = new ArrayList<>();
            found.add(taken(engine));
            others().forEach(environment -> other(environment).ifPresent(found::add));
            states = found;
        }
        return states;
    }

    /** A definition that stands alone is in no project. */
    private List<Environment> others() {
        Environment own = engine.environment();
        try {
            return new EnvironmentFinder(own.project())
                    .all().stream()
                            .filter(environment -> !environment.name().equals(own.name()))
                            .toList();
        } catch (DiagnosticsException none) {
            return List.of();
        }
    }

    private Optional<ObjectIndex> other(Environment environment) {
        try (Engine other = engine.beside(environment)) {
            return Optional.of(taken(other));
        } catch (DiagnosticsException unreadable) {
            unread.add(environment.name());
            return Optional.empty();
        }
    }

    private ObjectIndex taken(Engine from) {
        StateDocument document = from.state().pull();
        document.interrupted().stream().map(Intent::operation).forEach(operations::add);
        return new ObjectIndex(document.state());
    }

    /** Warns of states that could not be read, so that what is told as nobody's may be theirs. */
    List<Diagnostic> warnings() {
        return unread.stream()
                .map(name -> Diagnostic.warning(
                        "The state of environment \"" + name + "\" cannot be read",
                        "An orphan or unmanaged object may be one of its objects."))
                .toList();
    }
}
