package dev.corbel.state;

import java.time.Instant;

/**
 * A former snapshot that was kept.
 *
 * @param name what the backend calls it; for the local one, the file from the project on
 * @param serial of the snapshot
 * @param written when the snapshot was written
 */
public record StateBackup(String name, long serial, Instant written) {}
