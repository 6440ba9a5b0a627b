package dev.corbel.providers.aws.rds;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;

class InstanceContractTest extends MotoContract {
    InstanceContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_db_instance";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "identifier",
                        "orders-" + distinct,
                        "engine",
                        "postgres",
                        "engine_version",
                        "16.4",
                        "instance_class",
                        "db.t4g.medium",
                        "allocated_storage",
                        20,
                        "storage_type",
                        "gp3",
                        "storage_encrypted",
                        true,
                        "db_name",
                        "orders",
                        "username",
                        "corbel",
                        "manage_master_user_password",
                        true,
                        "multi_az",
                        true,
                        "backup_retention_period",
                        14,
                        "skip_final_snapshot",
                        true,
                        "tags",
                        Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with("instance_class", Value.of("db.m7g.large"))
                        .with("backup_retention_period", Value.of(7))
                        .with("maintenance_window", Value.of("Sun:03:00-Sun:04:00"))
                        .with("apply_immediately", Value.of(true))
                        .with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("db_name", Value.of("others")));
            }

            @Override
            public String importId(ObjectState object) {
                return object.attributes().text("identifier").orElseThrow();
            }
        };
    }
}
