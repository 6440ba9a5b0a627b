package dev.corbel.providers.aws.elb;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

class ListenerRuleContractTest extends MotoContract {
    private final Surroundings surroundings;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger(100);

    private int number(String distinct) {
        return numbers.computeIfAbsent(distinct, name -> next.incrementAndGet());
    }

    ListenerRuleContractTest(MotoServer moto) {
        super(moto);
        surroundings = new Surroundings(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_lb_listener_rule";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "listener_arn",
                        surroundings.listener(),
                        "priority",
                        number(distinct),
                        "action",
                        List.of(Surroundings.notFound(distinct)),
                        "condition",
                        List.of(Values.map("path_pattern", Values.map("values", List.of("/b", "/a")))),
                        "tags",
                        Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with("priority", Value.of(10000 + next.incrementAndGet()))
                        .with("action", Value.list(Surroundings.redirect("other.example")));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with(
                        "listener_arn",
                        Value.of("arn:aws:elasticloadbalancing:eu-central-1:1:listener/app/other/1/2")));
            }

            @Override
            public String absentId() {
                return "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/absent/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee";
            }
        };
    }
}
