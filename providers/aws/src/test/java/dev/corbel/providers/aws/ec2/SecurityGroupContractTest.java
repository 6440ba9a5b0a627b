package dev.corbel.providers.aws.ec2;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

class SecurityGroupContractTest extends MotoContract {
    private @Nullable Value vpc;

    SecurityGroupContractTest(MotoServer moto) {
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
                return "aws_security_group";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "vpc_id",
                        vpc(),
                        "name",
                        "app-" + distinct,
                        "ingress",
                        List.of(InlineRule.tcp(80, "10.0.0.0/16", "10.1.0.0/16"), InlineRule.tcp(443, "0.0.0.0/0")),
                        "tags",
                        Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with("ingress", Value.list(InlineRule.tcp(443, "10.0.0.0/16")))
                        .with("egress", Value.list(InlineRule.everything()));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("description", Value.of("Of the application")));
            }

            @Override
            public String absentId() {
                return "sg-0123456789abcdef0";
            }
        };
    }
}
