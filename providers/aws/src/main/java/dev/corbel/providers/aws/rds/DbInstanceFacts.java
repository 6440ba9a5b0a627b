package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.fact.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts of {@code aws_db_instance}. */
final class DbInstanceFacts {
    private DbInstanceFacts() {}

    static List<Fact> of(MapValue instance) {
        Part encrypted = Part.of(instance, "storage_encrypted");
        Part isProtected = Part.of(instance, "deletion_protection");
        Part unsaved = Part.of(instance, "skip_final_snapshot");
        Part standby = Part.of(instance, "multi_az");
        Part open = Part.of(instance, "publicly_accessible");
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.Stores.here(DataKind.PRIMARY),
                encrypted.claim(Topic.ENCRYPTION_AT_REST, encrypted.isTrue(), "keeps its data unencrypted"),
                isProtected.claim(Topic.DELETION_PROTECTION, isProtected.isTrue(), "has no deletion protection"),
                unsaved.claim(Topic.DELETION_PROTECTION, unsaved.isTrue().not(), "is deleted without a last snapshot"),
                standby.claim(Topic.REDUNDANCY, standby.isTrue(), "has no standby in another zone"),
                retention(Part.of(instance, "backup_retention_period")),
                new Fact.Exposure(open.isTrue(), "has an address in the internet", Optional.empty(), open.path()),
                new Fact.Reachable(false),
                new Fact.Owned("database")));
        ForcedTls.ofInstance(instance).ifPresent(facts::add);
        return facts;
    }

    /** RDS keeps no backups for 0 days. */
    private static Fact retention(Part days) {
        return new Fact.Retention(days.value().equals(Value.of(0)) ? Value.ofNull() : days.value(), days.path());
    }
}
