package dev.corbel.providers.api.fact;

import java.util.Locale;

/** A kind of data that an object keeps. */
public enum DataKind {
    PRIMARY,
    REPLICA,
    BACKUP,
    LOG,
    STATE;

    /** The name in messages and reports. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether the data is a copy that nobody works with, so that it may lie where backups may. */
    public boolean isBackup() {
        return this == BACKUP;
    }
}
