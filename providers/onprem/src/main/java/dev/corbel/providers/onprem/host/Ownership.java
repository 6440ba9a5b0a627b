package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.ProviderContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the registry of a host: who made an object, or took it over.
 *
 * @param lineage of the state that has the object
 * @param project the name of its folder, for people
 * @param environment of it
 * @param address of the resource
 * @param token of the operation that made it
 * @param existedBefore whether the object was there before, so that the end of the resource leaves it or puts it back
 */
public record Ownership(
        String lineage, String project, String environment, String address, String token, boolean existedBefore) {

    static Ownership of(ProviderContext context, String address, String token, boolean existedBefore) {
        return new Ownership(context.lineage(), project(context), context.environment(), address, token, existedBefore);
    }

    /** Tells whether the object belongs to the state that a session works for; by names where either has no lineage. */
    boolean isOf(ProviderContext context) {
        return (lineage.isEmpty() || context.lineage().isEmpty())
                ? project.equals(project(context)) && environment.equals(context.environment())
                : lineage.equals(context.lineage());
    }

    private static String project(ProviderContext context) {
        Path name = context.projectDirectory().toAbsolutePath().normalize().getFileName();
        return name == null ? "/" : name.toString();
    }

    /** The entry as lines of names and values. */
    String text(String key) {
        return "key=%s\nlineage=%s\nproject=%s\nenvironment=%s\naddress=%s\ntoken=%s\nexisted=%s"
                .formatted(
                        line(key),
                        line(lineage),
                        line(project),
                        line(environment),
                        line(address),
                        line(token),
                        existedBefore);
    }

    private static String line(String text) {
        return text.replace('\n', ' ');
    }

    /** Reads an entry; empty where there is none. */
    static Optional<Ownership> parsed(String text) {
        Map<String, String> lines = lines(text);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ownership(
                        lines.getOrDefault("lineage", ""),
                        lines.getOrDefault("project", ""),
                        lines.getOrDefault("environment", ""),
                        lines.getOrDefault("address", ""),
                        lines.getOrDefault("token", ""),
                        Boolean.parseBoolean(lines.getOrDefault("existed", "false"))));
    }

    /** The key of an entry. */
    static Optional<String> key(String text) {
        return Optional.ofNullable(lines(text).get("key"));
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> lines = new HashMap<>();
        text.lines().forEach(line -> {
            int at = line.indexOf('=');
            if (at > 0) {
                lines.put(line.substring(0, at), line.substring(at + 1));
            }
        });
        return lines;
    }
}
