package dev.corbel.providers.api.fact;

/** A question that policies have about an object, asked so that yes is good. */
public enum Topic {
    /** Stored data is encrypted, copies and backups too. */
    ENCRYPTION_AT_REST,
    /** Connections are encrypted, with TLS 1.2 or later. */
    TLS,
    /** Deleting takes a step of its own, and a last copy is kept. */
    DELETION_PROTECTION,
    /** The loss of a zone does not stop it. */
    REDUNDANCY,
    /** Rights are limited to some actions on some objects, and to known identities. */
    LEAST_PRIVILEGE
}
