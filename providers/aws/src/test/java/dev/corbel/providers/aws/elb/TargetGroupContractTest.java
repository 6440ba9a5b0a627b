package dev.corbel.providers.aws.elb;

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

class TargetGroupContractTest extends MotoContract {
    private final Surroundings surroundings;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger(100);

    private int number(String distinct) {
        return numbers.computeIfAbsent(distinct, name -> next.incrementAndGet());
    }

    TargetGroupContractTest(MotoServer moto) {
        super(moto);
        surroundings = new Surroundings(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_lb_target_group";
            }

            @Override
            public MapValue configuration(String distinct) {
                return surroundings
                        .group("web-" + number(distinct))
                        .with("deregistration_delay", Value.of("30"))
                        .with("tags", Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with("deregistration_delay", Value.of("60"))
                        .with("stickiness", Values.map("type", "lb_cookie", "cookie_duration", 3600))
                        .with("health_check", Values.map("path", "/health", "matcher", "200-299"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("port", Value.of(9090)));
            }

            @Override
            public String absentId() {
                return "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/absent/50dc6c495c0c9188";
            }
        };
    }
}
