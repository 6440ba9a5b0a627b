package dev.corbel.providers.aws.backup;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.Optional;

class PlanContractTest extends MotoContract {
    PlanContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_backup_plan";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        distinct,
                        "rule",
                        List.of(
                                Values.map(
                                        "rule_name",
                                        "hourly",
                                        "target_vault_name",
                                        "main",
                                        "schedule",
                                        "cron(0 * * * ? *)"),
                                BackupPlanResourceTest.DAILY),
                        "tags",
                        Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
            }
        };
    }
}
