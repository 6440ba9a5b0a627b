package dev.corbel.providers.aws.rds;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class SubnetGroupContractTest extends MotoContract {
    private final MotoWithUniqueNames emulator;
    private @Nullable Value subnet;

    SubnetGroupContractTest(MotoServer moto) throws IOException {
        super(moto);
        emulator = new MotoWithUniqueNames(moto);
    }

    @AfterEach
    void closeEmulator() {
        emulator.close();
    }

    @Override
    protected String endpoint() {
        return emulator.endpoint();
    }

    private synchronized Value subnet() {
        Value present = subnet;
        if (present == null) {
            Value vpc = prerequisite("aws_vpc", Values.map("cidr_block", "10.0.0.0/16"));
            present = prerequisite("aws_subnet", Values.map("vpc_id", vpc, "cidr_block", "10.0.1.0/24"));
            subnet = present;
        }
        return present;
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_db_subnet_group";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name", distinct, "subnet_ids", List.of(subnet()), "tags", Values.map("Name", distinct));
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
