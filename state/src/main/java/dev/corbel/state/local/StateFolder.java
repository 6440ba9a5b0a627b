package dev.corbel.state.local;

import dev.corbel.state.backend.FolderName;
import java.nio.file.Path;

/** The folder of the files of one environment. */
record StateFolder(Path project, String environment) {

    Path root() {
        return project.resolve(".corbel").resolve("state").resolve(FolderName.of(environment));
    }

    Path snapshot() {
        return root().resolve("state.json");
    }

    Path temporary() {
        return root().resolve("state.json.new");
    }

    Path backups() {
        return root().resolve("backups");
    }

    Path journal() {
        return root().resolve("journal");
    }

    Path segment(String name) {
        return journal().resolve(name);
    }

    Path lock() {
        return root().resolve("lock");
    }

    Path holder() {
        return root().resolve("lock.json");
    }

    Path temporaryHolder() {
        return root().resolve("lock.json.new");
    }

    /** A file as people name it: from the project on. */
    String shown(Path file) {
        return project.relativize(file).toString().replace('\\', '/');
    }
}
