package dev.corbel.providers.aws.ec2;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

class VpcEndpointContractTest extends MotoContract {
    private @Nullable Value vpc;

    VpcEndpointContractTest(MotoServer moto) {
        super(moto);
    }

    private synchronized Value vpc() {
        Value present = vpc;
        if (present == null) {
            present = prerequisite("aws_vpc", Values.map("cidr_block", "10.0.0.0/16"));
            vpc = present;
        }
        return present;
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_vpc_endpoint";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "vpc_id",
                        vpc(),
                        "service_name",
                        "com.amazonaws.eu-central-1.s3",
                        "tags",
                        Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with("policy", Value.of("{\"Version\": \"2012-10-17\", \"Statement\": []}"))
                        .with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("service_name", Value.of("com.amazonaws.eu-central-1.dynamodb")));
            }

            @Override
            public String absentId() {
                return "vpce-0123456789abcdef0";
            }
        };
    }
}
