package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** The conditions of rules, between definitions and AWS. */
final class Conditions {
    private Conditions() {}

    static List<RuleCondition> of(List<DesiredAttributes> blocks) {
        return blocks.stream().map(Conditions::condition).toList();
    }

    private static RuleCondition condition(DesiredAttributes block) {
        RuleCondition.Builder condition = RuleCondition.builder();
        for (String name : ConditionBlocks.CONDITION.names()) {
            DesiredAttributes test = block.block(name);
            List<String> values = test.texts("values");
            if (!name.equals("query_string") && test.attributes().entries().isEmpty()) {
                continue;
            }
            switch (name) {
                case "host_header" -> condition.hostHeaderConfig(config -> config.values(values));
                case "path_pattern" -> condition.pathPatternConfig(config -> config.values(values));
                case "http_request_method" -> condition.httpRequestMethodConfig(config -> config.values(values));
                case "source_ip" -> condition.sourceIpConfig(config -> config.values(values));
                case "http_header" ->
                    condition.httpHeaderConfig(config ->
                            config.httpHeaderName(test.text("http_header_name")).values(values));
                default -> {
                    List<QueryStringKeyValuePair> pairs = pairs(block);
                    if (pairs.isEmpty()) {
                        continue;
                    }
                    condition.queryStringConfig(config -> config.values(pairs));
                }
            }
            condition.field(name.replace('_', '-'));
        }
        return condition.build();
    }

    private static List<QueryStringKeyValuePair> pairs(DesiredAttributes block) {
        return block.blocks("query_string").stream()
                .map(pair -> QueryStringKeyValuePair.builder()
                        .key(pair.text("key"))
                        .value(pair.text("value"))
                        .build())
                .toList();
    }

    static Value show(List<RuleCondition> conditions) {
        return Attributes.setOf(conditions.stream().map(Conditions::block).toList());
    }

    private static MapValue block(RuleCondition condition) {
        Attributes block = new Attributes(ConditionBlocks.CONDITION);
        String name = condition.field().replace('-', '_');
        return switch (name) {
            case "host_header" ->
                block.value(
                                name,
                                values(
                                        condition.hostHeaderConfig() == null
                                                ? condition.values()
                                                : condition.hostHeaderConfig().values(),
                                        null))
                        .build();
            case "path_pattern" ->
                block.value(
                                name,
                                values(
                                        condition.pathPatternConfig() == null
                                                ? condition.values()
                                                : condition.pathPatternConfig().values(),
                                        null))
                        .build();
            case "http_request_method" ->
                block.value(name, values(condition.httpRequestMethodConfig().values(), null))
                        .build();
            case "source_ip" ->
                block.value(name, values(condition.sourceIpConfig().values(), null))
                        .build();
            case "http_header" ->
                block.value(
                                name,
                                values(
                                        condition.httpHeaderConfig().values(),
                                        condition.httpHeaderConfig().httpHeaderName()))
                        .build();
            case "query_string" ->
                block.value(
                                name,
                                Attributes.setOf(condition.queryStringConfig().values().stream()
                                        .map(pair -> pair(pair.key(), pair.value()))
                                        .toList()))
                        .build();
            default -> block.build();
        };
    }

    private static MapValue values(List<String> values, @Nullable String header) {
        Map<String, Value> block = new LinkedHashMap<>();
        block.put("values", Attributes.setOf(values.stream().map(Value::of).toList()));
        if (header != null) {
            block.put("http_header_name", Value.of(header));
        }
        return new MapValue(block);
    }

    private static MapValue pair(@Nullable String key, String value) {
        Map<String, Value> pair = new LinkedHashMap<>();
        pair.put("key", key == null ? Value.ofNull() : Value.of(key));
        pair.put("value", Value.of(value));
        return new MapValue(pair);
    }
}
