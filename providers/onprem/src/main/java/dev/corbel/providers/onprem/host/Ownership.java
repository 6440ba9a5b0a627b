package dev.corbel.providers.onprem.host;

/**
 * An entry of the registry of a host: who made an object, or took it over.
 *
 * @param project that the object belongs to
 * @param environment of it
 * @param address of the resource
 * @param token of the operation that made it
 * @param existedBefore whether the object was there before, so that the end of the resource leaves it or puts it back
 */
public record Ownership(String project, String environment, String address, String token, boolean existedBefore) {

    /** Tells whether another project, or another environment of it, has the object. */
    boolean isOf(String otherProject, String otherEnvironment) {
        return project.equals(otherProject) && environment.equals(otherEnvironment);
    }
}
