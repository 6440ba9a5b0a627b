package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.ProviderContext;
import java.nio.file.Path;

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
        return lineage.isEmpty() || context.lineage().isEmpty()
                ? project.equals(project(context)) && environment.equals(context.environment())
                : lineage.equals(context.lineage());
    }

    private static String project(ProviderContext context) {
        Path name = context.projectDirectory().toAbsolutePath().normalize().getFileName();
        return name == null ? "/" : name.toString();
    }
}
