package dev.corbel.state.local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the files of one environment are. */
record StateFolder(Path project, String environment) {

    Path root() {
        return project.resolve(".corbel").resolve("state").resolve(encoded(environment));
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

    /** A name that is a folder's on every file system; different names stay different. */
    private static String encoded(String environment) {
        StringBuilder text = new StringBuilder();
        for (byte b : environment.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || b == '-'
                    || b == '_'
                    || (b == '.' && !text.isEmpty());
            if (plain) {
                text.append((char) b);
            } else {
                text.append('%').append("%02X".formatted(b));
            }
        }
        return text.toString();
    }
}
