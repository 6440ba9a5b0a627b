package dev.corbel.providers.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The actions of IAM that looking at objects takes: those of each type, and those that every look takes. The contract of each type
 * holds what it calls against them.
 */
final class ReadActions {
    private static final String ALWAYS = "always";
    private static final Properties ACTIONS = load();

    private ReadActions() {}

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = ReadActions.class.getResourceAsStream("read-actions.properties")) {
            properties.load(Objects.requireNonNull(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    /** The names of resource types, and of data sources with {@code data.} before them. */
    static Set<String> names() {
        return new TreeSet<>(ACTIONS.stringPropertyNames());
    }

    /** The actions of one type; none of one that there is not. */
    static Set<String> of(String type) {
        String actions = ACTIONS.getProperty(type, "");
        return actions.isEmpty() ? Set.of() : Set.copyOf(List.of(actions.split(" ", -1)));
    }

    /** A policy that allows a look at objects of some types, and nothing else, as JSON. */
    static String policy(Set<String> types) {
        TreeSet<String> actions = new TreeSet<>(of(ALWAYS));
        types.forEach(type -> actions.addAll(of(type)));
        StringBuilder text = new StringBuilder("""
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "CorbelRead",
                      "Effect": "Allow",
                      "Action": [
                """);
        String comma = "";
        for (String action : actions) {
            text.append(comma).append("        \"").append(action).append('"');
            comma = ",\n";
        }
        return text.append("""

                      ],
                      "Resource": "*"
                    }
                  ]
                }
                """).toString();
    }
}
