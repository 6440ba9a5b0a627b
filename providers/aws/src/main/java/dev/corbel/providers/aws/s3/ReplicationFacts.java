package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.fact.ArnRegion;
import dev.corbel.providers.aws.fact.Part;
import java.util.List;
import java.util.Optional;

/**
 * The facts of {@code aws_s3_bucket_replication_configuration}. ARNs of buckets name no region, but the key that encrypts the
 * copies is in theirs; where there is none, the other bucket alone tells where it is.
 */
final class ReplicationFacts {
    private ReplicationFacts() {}

    static List<Fact> of(MapValue replication) {
        return Part.of(replication, "rule").elements().stream()
                .filter(rule -> !rule.get("status").text().equals(Optional.of("Disabled")))
                .map(rule ->
                        rule.get("destination").get("encryption_configuration").get("replica_kms_key_id"))
                .filter(key -> key.isUnknown() || ArnRegion.of(key).isWhollyKnown())
                .<Fact>map(key -> new Fact.Stores(DataKind.REPLICA, Optional.of(ArnRegion.of(key)), key.path()))
                .toList();
    }
}
