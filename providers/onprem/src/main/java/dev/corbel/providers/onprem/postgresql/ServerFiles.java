package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.unit.Configuration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files that say how a server runs.
 *
 * @param settings the text of the file beside the package's own
 * @param hba the text of {@code pg_hba.conf}; empty where that is left as it is
 * @param names of the settings
 */
record ServerFiles(String settings, Optional<String> hba, Set<String> names) {
    /** Settings that follow from other attributes, or that would lead elsewhere. */
    private static final Set<String> OWN = Set.of(
            "port",
            "data_directory",
            "config_file",
            "hba_file",
            "ident_file",
            "external_pid_file",
            "unix_socket_directories",
            "primary_conninfo",
            "primary_slot_name");

    private static final String ADMINISTRATOR = "local all postgres peer\n";

    static ServerFiles of(DesiredAttributes server) {
        Map<String, String> settings = server.map("settings");
        String text = settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = '"
                        + setting.getValue().replace("\\", "\\\\").replace("'", "''") + "'\n")
                .collect(Collectors.joining());
        Optional<String> hba = server.has("hba")
                ? Optional.of(ADMINISTRATOR
                        + server.texts("hba").stream()
                                .map(line -> line.strip() + "\n")
                                .collect(Collectors.joining()))
                : Optional.empty();
        return new ServerFiles(
                "# Settings of a resource of Corbel, which undoes changes by hand.\n" + text,
                hba.map(lines -> "# Lines of a resource of Corbel, which undoes changes by hand.\n" + lines),
                settings.keySet());
    }

    /** Tells whether a setting is said by other attributes. */
    static boolean isSaidElsewhere(String setting) {
        return OWN.contains(setting.toLowerCase(Locale.ROOT));
    }

    /** A short text for all of it. */
    String configuration() {
        return Configuration.of(settings + hba.map(lines -> "\0" + lines).orElse(""), List.of());
    }
}
