package dev.corbel.cli.proof;

import dev.corbel.cli.testing.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How a {@link MixedProject} came to be as it is, so that it can be had again and again. Where state is in the project a copy
 * will do; else all that happened happens once more, in a new place.
 */
final class Origin {
    private final Places places;
    private final Path folder;
    private final List<Consumer<Scene>> events;
    private final Optional<Scene> model;

    private Origin(Places places, Path folder, List<Consumer<Scene>> events, Optional<Scene> model) {
        this.places = places;
        this.folder = folder;
        this.events = events;
        this.model = model;
    }

    /** @param folder for projects */
    static Origin in(PlaceKind kind, Places places, Path folder) {
        Origin nothing = new Origin(places, folder, List.of(), Optional.empty());
        return kind.isInProject()
                ? new Origin(places, folder, List.of(), Optional.of(nothing.scene("start")))
                : nothing;
    }

    /** A project as it is now. */
    Scene scene(String name) {
        Path project = folder.resolve(name);
        if (model.isPresent()) {
            Scene from = model.get();
            return new Scene(from.place(), Folders.copy(from.project(), project));
        }
        Place place = places.newHastyPlace();
        Scene made = new Scene(place, MixedProject.prepare(place, project));
        events.forEach(event -> event.accept(made));
        return made;
    }

    /** What is had when something more has happened. */
    Origin after(String name, Consumer<Scene> event) {
        if (model.isPresent()) {
            Scene next = scene(name);
            event.accept(next);
            return new Origin(places, folder, events, Optional.of(next));
        }
        return new Origin(
                places, folder, Stream.concat(events.stream(), Stream.of(event)).toList(), Optional.empty());
    }

    /** Deletes what it was copied from. */
    void delete() {
        model.ifPresent(Scene::delete);
    }
}
