package dev.corbel.providers.aws.ec2;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What gateways and routes need around them, at an emulator, made when it is first asked for. */
final class Network {
    private final MotoServer moto;
    private final AtomicInteger subnets = new AtomicInteger();
    private @Nullable Value vpc;
    private @Nullable Value internetGateway;

    Network(MotoServer moto) {
        this.moto = moto;
    }

    Value make(String type, MapValue attributes) {
        try (Bench bench = Bench.of(type, moto)) {
            return bench.create(attributes).attributes().get("id");
        } catch (ProviderException failure) {
            throw new IllegalStateException(failure);
        }
    }

    synchronized Value vpc() {
        Value present = vpc;
        if (present == null) {
            present = make("aws_vpc", Values.map("cidr_block", "10.0.0.0/16"));
            vpc = present;
        }
        return present;
    }

    synchronized Value internetGateway() {
        Value present = internetGateway;
        if (present == null) {
            present = make("aws_internet_gateway", Values.map("vpc_id", vpc()));
            internetGateway = present;
        }
        return present;
    }

    Value subnet() {
        String range = "10.0." + subnets.getAndIncrement() + ".0/24";
        return make("aws_subnet", Values.map("vpc_id", vpc(), "cidr_block", range));
    }

    Value address() {
        return make("aws_eip", Values.map());
    }

    Value natGateway() {
        return make("aws_nat_gateway", Values.map("subnet_id", subnet(), "connectivity_type", "private"));
    }

    Value routeTable() {
        return make("aws_route_table", Values.map("vpc_id", vpc()));
    }
}
