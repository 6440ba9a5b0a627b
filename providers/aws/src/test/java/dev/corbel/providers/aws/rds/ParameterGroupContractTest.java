package dev.corbel.providers.aws.rds;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.Optional;

class ParameterGroupContractTest extends MotoContract {
    ParameterGroupContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_db_parameter_group";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        distinct,
                        "family",
                        "postgres16",
                        "parameter",
                        List.of(Values.map("name", "log_statement", "value", "ddl", "apply_method", "immediate")),
                        "tags",
                        Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with(
                                "parameter",
                                Value.list(
                                        Values.map(
                                                "name", "log_statement", "value", "all", "apply_method", "immediate"),
                                        Values.map(
                                                "name",
                                                "max_connections",
                                                "value",
                                                "200",
                                                "apply_method",
                                                "pending-reboot")))
                        .with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("family", Value.of("postgres17")));
            }
        };
    }
}
