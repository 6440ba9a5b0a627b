package dev.corbel.providers.aws;

import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** A program that asks the provider everything that it must answer from memory. */
final class PlanningOnly {
    private PlanningOnly() {}

    public static void main(String[] arguments) {
        AwsProvider provider = new AwsProvider();
        System.out.println(
                provider.name() + provider.version() + provider.configuration().names() + provider.blueprints());
        for (String name : provider.dataSourceTypeNames()) {
            System.out.println(
                    name + provider.dataSourceType(name).orElseThrow().schema().names());
        }
        for (String name : provider.resourceTypeNames()) {
            plan(provider.resourceType(name).orElseThrow());
        }
    }

    private static void plan(ResourceType type) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Attribute attribute : type.schema().attributes().values()) {
            values.put(attribute.name(), attribute.defaultValue().orElse(Value.unknown()));
        }
        MapValue planned = new MapValue(values);
        System.out.println(type.name()
                + type.validate(planned)
                + type.timeouts()
                + type.readBatchSize()
                + type.identityClass(planned)
                + type.plan(new PlanRequest(Value.ofNull(), planned, planned))
                + type.plan(new PlanRequest(planned, planned, planned))
                + type.facts(planned)
                + type.facts(known(type)));
    }

    /** Attributes of which facts can be told: policies, and whatever else is a text of its own. */
    private static MapValue known(ResourceType type) {
        Value policy = Value.of("""
                {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "iam:*", "Resource": "*",
                                "Condition": {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}}]}
                """);
        Map<String, Value> values = new LinkedHashMap<>();
        type.schema().names().forEach(name -> values.put(name, name.endsWith("policy") ? policy : Value.of("::/0")));
        values.put("engine", Value.of("postgres"));
        values.put("family", Value.of("postgres16"));
        values.put("protocol", Value.of("HTTPS"));
        return new MapValue(values);
    }
}
