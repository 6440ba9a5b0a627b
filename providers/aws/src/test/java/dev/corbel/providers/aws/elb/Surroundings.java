package dev.corbel.providers.aws.elb;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What load balancers need around them, made when it is first asked for. */
final class Surroundings {
    private final MotoServer moto;
    private final Map<String, Value> made = new LinkedHashMap<>();

    Surroundings(MotoServer moto) {
        this.moto = moto;
    }

    private synchronized Value make(String name, String type, MapValue attributes) {
        Value present = made.get(name);
        if (present == null) {
            try (Bench bench = Bench.of(type, moto)) {
                present = bench.create(attributes).attributes().get("id");
            } catch (ProviderException failure) {
                throw new IllegalStateException(failure);
            }
            made.put(name, present);
        }
        return present;
    }

    Value vpc() {
        return make("vpc", "aws_vpc", Values.map("cidr_block", "10.0.0.0/16"));
    }

    /** One of three, in zones a, b and c. */
    Value subnet(int number) {
        return make(
                "subnet " + number,
                "aws_subnet",
                Values.map(
                        "vpc_id",
                        vpc(),
                        "cidr_block",
                        "10.0." + number + ".0/24",
                        "availability_zone",
                        "eu-central-1" + "abc".charAt(number)));
    }

    /** A load balancer's attributes. */
    MapValue balancer(String name) {
        return Values.map("name", name, "subnets", List.of(subnet(0), subnet(1)));
    }

    Value loadBalancer() {
        return make("balancer", "aws_lb", balancer("surroundings"));
    }

    Value targetGroup(String name) {
        return make("target group " + name, "aws_lb_target_group", group(name));
    }

    /** A target group's attributes. */
    MapValue group(String name) {
        return Values.map("name", name, "target_type", "ip", "port", 8080, "protocol", "HTTP", "vpc_id", vpc());
    }

    Value listener() {
        return make("listener", "aws_lb_listener", listener(80));
    }

    /** A listener's attributes: it finds nothing. */
    MapValue listener(int port) {
        return Values.map(
                "load_balancer_arn",
                loadBalancer(),
                "port",
                port,
                "protocol",
                "HTTP",
                "default_action",
                List.of(notFound("nothing here")));
    }

    static MapValue notFound(String body) {
        return action("fixed-response")
                .with(
                        "fixed_response",
                        Values.map("content_type", "text/plain", "message_body", body, "status_code", "404"));
    }

    static MapValue forward(Value targetGroup) {
        return action("forward").with("target_group_arn", targetGroup);
    }

    static MapValue redirect(String host) {
        return action("redirect")
                .with(
                        "redirect",
                        Values.map(
                                "host",
                                host,
                                "path",
                                "/#{path}",
                                "port",
                                "443",
                                "protocol",
                                "HTTPS",
                                "query",
                                "#{query}",
                                "status_code",
                                "HTTP_301"));
    }

    private static MapValue action(String type) {
        return Values.map(
                "type",
                type,
                "order",
                1,
                "target_group_arn",
                Value.ofNull(),
                "forward",
                Value.ofNull(),
                "redirect",
                Value.ofNull(),
                "fixed_response",
                Value.ofNull());
    }
}
