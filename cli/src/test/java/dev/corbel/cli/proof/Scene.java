package dev.corbel.cli.proof;

import dev.corbel.cli.testing.Folders;
import java.nio.file.Path;

/** A project, and the place in which its state is. */
record Scene(Place place, Path project) {
    /** Somebody at work there after a mishap. */
    Operator operator() {
        return place.operator(project);
    }

    /** The same as it is now, beside it; where state is in the project. */
    Scene copy(String name) {
        return new Scene(place, Folders.copy(project, project.resolveSibling(name)));
    }

    void delete() {
        Folders.delete(project);
    }
}
