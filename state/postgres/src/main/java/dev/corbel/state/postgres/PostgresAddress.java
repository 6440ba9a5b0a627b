package dev.corbel.state.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a database, never with a password.
 *
 * @param hosts with their ports, separated by commas, as the driver takes them
 * @param database as the driver takes it: encoded as in an address
 * @param user empty where the address names none
 * @param parameters of the driver, as {@code name=value}
 */
record PostgresAddress(String hosts, String database, Optional<String> user, List<String> parameters) {
    private static final Pattern URL = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^/?@]*)@)?(?<hosts>[^/?@]+)/(?<database>[^/?@]+)(?:\\?(?<parameters>.*))?");
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(?:localhost|127(?:\\.\\d+){3}|\\[::1])(?::\\d+)?", Pattern.CASE_INSENSITIVE);
    private static final String FORM = "must read postgresql://user@host:5432/database";
    private static final String PASSWORD = "must not hold a password, since whoever reads the definition would read it;"
            + " PGPASSWORD or ~/.pgpass may hold it";

    PostgresAddress {
        parameters = List.copyOf(parameters);
    }

    /** The problem with an address, as the end of a sentence. It never quotes it, since it may hold a password. */
    static Optional<String> problem(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            return Optional.of(url.matches(".*:[^/@]*@.*") ? PASSWORD : FORM);
        }
        boolean holdsPassword = texts(parts, "user").anyMatch(user -> user.contains(":"))
                || parametersOf(parts).stream()
                        .anyMatch(parameter -> nameOf(parameter).contains("password"));
        return holdsPassword ? Optional.of(PASSWORD) : Optional.empty();
    }

    /** @param url one that {@link #problem} finds nothing wrong with */
    static PostgresAddress of(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches() || problem(url).isPresent()) {
            throw new IllegalArgumentException("not the address of a database");
        }
        List<String> parameters = parametersOf(parts);
        Optional<String> user = texts(parts, "user")
                .map(text -> URLDecoder.decode(text, UTF_8))
                .findFirst()
                .or(() -> parameters.stream()
                        .filter(PostgresAddress::namesUser)
                        .map(parameter -> URLDecoder.decode(parameter.substring("user=".length()), UTF_8))
                        .findFirst());
        return new PostgresAddress(
                parts.group("hosts"),
                parts.group("database"),
                user,
                parameters.stream().filter(parameter -> !namesUser(parameter)).toList());
    }

    private static java.util.stream.Stream<String> texts(Matcher parts, String group) {
        return Optional.ofNullable(parts.group(group)).filter(text -> !text.isEmpty()).stream();
    }

    private static List<String> parametersOf(Matcher parts) {
        return texts(parts, "parameters")
                .flatMap(text -> Arrays.stream(text.split("&", -1)))
                .toList();
    }

    private static String nameOf(String parameter) {
        return URLDecoder.decode(parameter.split("=", 2)[0], UTF_8).toLowerCase(Locale.ROOT);
    }

    private static boolean namesUser(String parameter) {
        return parameter.startsWith("user=");
    }

    /** Tells whether the address itself sets a parameter of the driver. */
    boolean sets(String name) {
        return parameters.stream().anyMatch(parameter -> nameOf(parameter).equals(name.toLowerCase(Locale.ROOT)));
    }

    boolean isOnThisMachine() {
        return Arrays.stream(hosts.split(","))
                .allMatch(host -> THIS_MACHINE.matcher(host).matches());
    }

    boolean hasSeveralHosts() {
        return hosts.contains(",");
    }

    /** The address in the form that the driver takes. */
    String url() {
        String all = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        return "jdbc:postgresql://" + hosts + "/" + database + all;
    }

    /** As people know it. */
    String shown() {
        return "PostgreSQL at " + hosts + ", database \"" + URLDecoder.decode(database, UTF_8) + "\"";
    }
}
