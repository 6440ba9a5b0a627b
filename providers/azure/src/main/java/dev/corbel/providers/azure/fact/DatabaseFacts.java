package dev.corbel.providers.azure.fact;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts of PostgreSQL servers. Azure encrypts them and their backups, whatever a definition says. */
public final class DatabaseFacts {
    private static final String COPIES = "geo_redundant_backup_enabled";

    private DatabaseFacts() {}

    /** The facts of {@code azurerm_postgresql_flexible_server}. */
    public static List<Fact> ofServer(MapValue server) {
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.Stores.here(DataKind.PRIMARY),
                Fact.Stores.here(DataKind.BACKUP),
                Claims.always(Topic.ENCRYPTION_AT_REST),
                new Fact.Claim(
                        Topic.REDUNDANCY,
                        standby(server),
                        "has no standby in another zone",
                        Claims.at("high_availability")),
                new Fact.Exposure(
                        Answer.of(server.get("public_network_access_enabled")),
                        "has a public address",
                        Optional.empty(),
                        Claims.at("public_network_access_enabled")),
                new Fact.Retention(server.get("backup_retention_days").unmarked(), Claims.at("backup_retention_days")),
                new Fact.Owned("database")));
        Value copied = server.get(COPIES).unmarked();
        if (!copied.equals(Value.of(false)) && !copied.isNull()) {
            Value region = server.text("location")
                    .flatMap(PairedRegions::of)
                    .<Value>map(Value::of)
                    .orElse(Value.unknown());
            facts.add(new Fact.Stores(
                    DataKind.BACKUP, Optional.of(copied.isUnknown() ? Value.unknown() : region), Claims.at(COPIES)));
        }
        return facts;
    }

    private static Answer standby(MapValue server) {
        Value block = server.get("high_availability").unmarked();
        if (block.isUnknown()) {
            return Answer.UNKNOWN;
        }
        return block instanceof MapValue map ? Claims.is(map.get("mode"), "ZoneRedundant") : Answer.NO;
    }

    /** The facts of {@code azurerm_postgresql_flexible_server_database}. */
    public static List<Fact> ofDatabase(MapValue database) {
        return List.of(Fact.Stores.here(DataKind.PRIMARY), Claims.always(Topic.ENCRYPTION_AT_REST));
    }
}
