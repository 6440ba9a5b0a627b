package dev.corbel.providers.aws.ec2;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

class SubnetContractTest extends MotoContract {
    private final Map<String, String> ranges = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private @Nullable Value vpc;

    private synchronized Value vpc() {
        Value present = vpc;
        if (present == null) {
            present = prerequisite("aws_vpc", Values.map("cidr_block", "10.0.0.0/16"));
            vpc = present;
        }
        return present;
    }

    private String range(String distinct) {
        return ranges.computeIfAbsent(distinct, name -> "10.0." + next.incrementAndGet() + ".0/24");
    }

    SubnetContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_subnet";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map("vpc_id", vpc(), "cidr_block", range(distinct), "tags", Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("map_public_ip_on_launch", Value.of(true));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("cidr_block", Value.of("10.0.255.0/24")));
            }

            @Override
            public String absentId() {
                return "subnet-0123456789abcdef0";
            }
        };
    }
}
