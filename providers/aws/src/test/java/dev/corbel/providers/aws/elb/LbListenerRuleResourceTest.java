package dev.corbel.providers.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class LbListenerRuleResourceTest {

    private static MapValue rule(Value listener) {
        return Values.map(
                "listener_arn",
                listener,
                "action",
                List.of(Surroundings.notFound("gone")),
                "condition",
                List.of(
                        Values.map("path_pattern", Values.map("values", List.of("/b", "/a"))),
                        Values.map("host_header", Values.map("values", List.of("www.acme.example"))),
                        Values.map("http_request_method", Values.map("values", List.of("GET"))),
                        Values.map("source_ip", Values.map("values", List.of("10.0.0.0/8"))),
                        Values.map("http_header", Values.map("http_header_name", "X-Stage", "values", List.of("test"))),
                        Values.map(
                                "query_string",
                                List.of(Values.map("key", "v", "value", "2"), Values.map("value", "beta")))));
    }

    @Test
    void showsAllKindsOfConditionsAsTheDefinitionHasThem(MotoServer moto) throws Exception {
        MapValue all = rule(new Surroundings(moto).listener());
        try (Bench bench = Bench.of("aws_lb_listener_rule", moto)) {
            ObjectState rule = bench.create(all);

            assertThat(bench.plan(rule.attributes(), all).attributes()).isEqualTo(rule.attributes());
            assertThat(bench.type()
                            .importObject(
                                    bench.session(),
                                    rule.attributes().text("id").orElseThrow()))
                    .hasValue(rule);
        }
    }

    @Test
    void comesAfterTheOthersWithoutAPriority(MotoServer moto) throws Exception {
        MapValue any = rule(new Surroundings(moto).listener());
        try (Bench bench = Bench.of("aws_lb_listener_rule", moto)) {
            bench.create(any.with("priority", Value.of(41)));

            ObjectState next = bench.create(any);

            assertThat(next.attributes().get("priority")).isEqualTo(Value.of(42));
            ObjectState first = bench.update(next, any.with("priority", Value.of(7)));
            assertThat(first.attributes().get("priority")).isEqualTo(Value.of(7));
        }
    }

    @Test
    void saysWhatAConditionMayHold() {
        Diagnostic problem = Diagnostic.error(
                "A condition must have one kind of test",
                "Write one of the blocks host_header, http_header, http_request_method, path_pattern, query_string,"
                        + " source_ip in it, and further conditions for more; a request must fulfil all.");
        MapValue path = Values.map("values", List.of("/a"));

        assertThat(new LbListenerRuleResource()
                        .validate(Values.map(
                                "condition",
                                List.of(
                                        Values.map("path_pattern", path),
                                        MapValue.EMPTY,
                                        Values.map("path_pattern", path, "host_header", path)))))
                .containsExactly(problem, problem);
    }
}
