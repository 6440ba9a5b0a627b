package dev.corbel.cli.proof;

import dev.corbel.cli.testing.Folders;
import java.nio.file.Path;

/** A project, and the place in which its state is. */
record Scene(Place place, Path project) {
    /** Somebody at work there after a mishap. */
    Operator operator() {
        return place.operator(project);
    }

    void delete() {
        Folders.delete(project);
    }
}
