package dev.corbel.cli.invocation;

import dev.corbel.cli.render.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of Corbel, as the build wrote it down. */
public final class Version implements IVersionProvider {
    /** The line of {@code --version}. */
    @Override
    public String[] getVersion() {
        return new String[] {all().line()};
    }

    /** The versions of Corbel, its sources and the Java that it runs on. */
    public static Versions all() {
        return new Versions(current(), BuildFile.read(), System.getProperty("java.version", ""));
    }

    /** The version of Corbel. */
    public static String current() {
        Properties properties = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream("version.properties")) {
            if (resource != null) {
                properties.load(resource);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version", "unknown");
    }
}
