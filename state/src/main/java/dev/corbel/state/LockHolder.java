package dev.corbel.state;

import java.time.Instant;

/**
 * Who holds a lock.
 *
 * @param id random; what {@code unlock} asks for
 * @param who user name
 * @param host name of the machine
 * @param process its number there
 * @param command such as {@code apply production}
 */
public record LockHolder(String id, String who, String host, long process, String command, Instant since) {}
