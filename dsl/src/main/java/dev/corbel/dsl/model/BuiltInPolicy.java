package dev.corbel.dsl.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The policies that are built in: the one list that evaluation, errors, suggestions and documents read. */
public enum BuiltInPolicy {
    RESIDENCY(Weight.ALWAYS, "Data of all kinds stays in the political area that `residency` names."),
    BACKUP_AREA(Weight.ALWAYS, "Backups stay in the area of their data, or in one that `backupAreas` names."),
    AVAILABILITY(Weight.PRODUCTION, "Containers run twice and in two zones, databases have a standby in another zone."),
    ISOLATION(Weight.PRODUCTION, "No two apps use the same database, bucket or role."),
    ENCRYPTION_AT_REST(Weight.PRODUCTION, "Stored data is encrypted, copies and backups too."),
    TLS(Weight.PRODUCTION, "Connections are encrypted, with TLS 1.2 or later."),
    PUBLIC_EXPOSURE(Weight.PRODUCTION, "Only load balancers are reachable for everybody."),
    DELETION_PROTECTION(
            Weight.PRODUCTION, "Deleting stored data takes a step of its own, and leaves a last copy behind."),
    BACKUP_RETENTION(Weight.PRODUCTION, "Backups of databases are kept for seven days or longer."),
    PLAIN_SECRET(Weight.PRODUCTION, "No secret stands in the definition."),
    DESTRUCTIVE_CHANGE(
            Weight.PRODUCTION, "A plan that deletes, replaces or forgets stored data names it in `--allow-destroy`."),
    LEAST_PRIVILEGE(Weight.PRODUCTION, "No identity may do everything with everything, and none is open to everybody."),
    TAGS(Weight.ASKED_FOR, "Objects have the tags that `policies { tags = [...] }` names.");

    private final Weight weight;
    private final String about;

    /** The environments in which a policy refuses a plan. */
    public enum Weight {
        /** All. */
        ALWAYS,
        /** Those with {@code production = true}; it advises the others. */
        PRODUCTION,
        /** Those that configure it. */
        ASKED_FOR
    }

    BuiltInPolicy(Weight weight, String about) {
        this.weight = weight;
        this.about = about;
    }

    /** The name in definitions and reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Weight weight() {
        return weight;
    }

    /** The requirement as a sentence, in Markdown. */
    public String about() {
        return about;
    }

    /** The policy of this id. */
    public static Optional<BuiltInPolicy> find(String id) {
        return Arrays.stream(values()).filter(policy -> policy.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(BuiltInPolicy::id).toList();
    }
}
