package dev.corbel.providers.onprem.software;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Body;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file of apt that describes a repository, in the form of fields and values, and the file of its key. */
final class RepositoryText {
    static final String KEYS = "/etc/apt/keyrings";
    private static final int SHORT = 12;

    private RepositoryText() {}

    static String file(String name) {
        return "/etc/apt/sources.list.d/" + name + ".sources";
    }

    /** The file of a key, which another key has another name of: so both files change in one step. */
    static Optional<String> keyFile(DesiredAttributes repository) {
        return Optional.ofNullable(repository.text("key")).map(key -> "%s/%s.%s.asc"
                .formatted(
                        KEYS, repository.required("name"), Body.of(key).sha256().substring(0, SHORT)));
    }

    static String of(DesiredAttributes repository) {
        List<String> lines = new ArrayList<>();
        lines.add("# Made by Corbel; a change by hand is put back.");
        lines.add("Types: deb");
        field(lines, "URIs", repository.texts("uris"));
        field(lines, "Suites", repository.texts("suites"));
        field(lines, "Components", repository.texts("components"));
        field(lines, "Architectures", repository.texts("architectures"));
        keyFile(repository).ifPresent(file -> lines.add("Signed-By: " + file));
        if (repository.isTrue("trusted")) {
            lines.add("Trusted: yes");
        }
        return String.join("\n", lines) + "\n";
    }

    private static void field(List<String> lines, String name, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(name + ": " + String.join(" ", values));
        }
    }

    /** The fields of a file, by their names. */
    static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int at = line.indexOf(": ");
            if (at > 0) {
                fields.put(line.substring(0, at), line.substring(at + 2).strip());
            }
        });
        return fields;
    }

    /** A text for what both files hold. */
    static String revision(String name, String text, String key) {
        return file(name) + "@" + Body.of(text + "\0" + key).sha256();
    }
}
