package dev.corbel.providers.local.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code postgresql.conf} of a server: what a definition says beside what Corbel decides itself. */
final class ServerSettings {
    static final String FILE = "postgresql.conf";

    /** What a definition cannot say. */
    static final Set<String> OWN = Set.of(
            "listen_addresses",
            "port",
            "unix_socket_directories",
            "data_directory",
            "hba_file",
            "config_file",
            "external_pid_file",
            "password_encryption",
            "logging_collector",
            "log_destination");

    private static final Pattern LINE =
            Pattern.compile("\\s*([A-Za-z_][\\w.]*)\\s*=?\\s*(?:'((?:[^']|'')*)'|([^\\s#']+))\\s*(?:#.*)?");

    private ServerSettings() {}

    static String text(int port, Map<String, String> said) {
        Map<String, String> all = new TreeMap<>(said);
        all.put("listen_addresses", "127.0.0.1");
        all.put("port", Integer.toString(port));
        all.put("unix_socket_directories", "");
        all.put("password_encryption", "scram-sha-256");
        StringBuilder text = new StringBuilder("# Corbel writes this file whenever the server starts.\n");
        all.forEach((name, value) -> text.append(name)
                .append(" = '")
                .append(value.replace("'", "''"))
                .append("'\n"));
        return text.toString();
    }

    /** What a server's file says beside what Corbel decides itself; nothing where there is no file. */
    static Map<String, String> read(Path data) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(data.resolve(FILE), StandardCharsets.UTF_8)) {
                Matcher setting = LINE.matcher(line);
                if (setting.matches() && !OWN.contains(setting.group(1))) {
                    String quoted = setting.group(2);
                    found.put(setting.group(1), quoted == null ? setting.group(3) : quoted.replace("''", "'"));
                }
            }
        } catch (NoSuchFileException absent) {
            return Map.of();
        }
        return found;
    }
}
