package dev.corbel.emulators.arm;

import java.time.Instant;

/**
 * A call that was made.
 *
 * @param status 0 where the connection was broken off instead of an answer
 * @param operation as role definitions of Azure name it, such as Microsoft.Network/virtualNetworks/write; empty where
 *     there is no such type
 */
public record ArmCall(
        String method,
        String path,
        String apiVersion,
        int status,
        String operation,
        Instant startedAt,
        Instant endedAt) {
    /** Whether it changes nothing. */
    public boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
