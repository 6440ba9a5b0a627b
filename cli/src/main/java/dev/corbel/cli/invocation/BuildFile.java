package dev.corbel.cli.invocation;

import dev.corbel.cli.render.Build;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The file in which the build notes the commit; a build outside a Git repository writes none. */
final class BuildFile {
    private BuildFile() {}

    static Build read() {
        try (InputStream resource = BuildFile.class.getResourceAsStream("build.properties")) {
            if (resource == null) {
                return Build.UNKNOWN;
            }
            Properties properties = new Properties();
            properties.load(resource);
            return of(properties);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Build of(Properties properties) {
        return new Build(
                properties.getProperty("git.commit.id.abbrev", ""),
                properties.getProperty("git.commit.time", ""),
                Boolean.parseBoolean(properties.getProperty("git.dirty")));
    }
}
