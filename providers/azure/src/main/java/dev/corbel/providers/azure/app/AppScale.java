package dev.corbel.providers.azure.app;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How many replicas an app has: its limits, and the rules for what lies between, which Azure has in one list. */
final class AppScale {
    private static final String REQUESTS = "concurrentRequests";

    /** Documents have the number of requests in a map of texts. */
    private static final Form METADATA = Form.of(
            number -> new MapValue(Map.of(REQUESTS, number)),
            metadata -> metadata instanceof MapValue map ? map.get(REQUESTS) : Value.ofNull());

    private AppScale() {}

    static Field.Builder[] fields() {
        return new Field.Builder[] {
            Property.number("min_replicas").defaultsTo(0).between(0, 300).as("scale.minReplicas"),
            Property.number("max_replicas").defaultsTo(10).between(1, 300).as("scale.maxReplicas"),
            Property.number("cooldown_period_in_seconds").defaultsTo(300).as("scale.cooldownPeriod"),
            Property.number("polling_interval_in_seconds").defaultsTo(30).as("scale.pollingInterval"),
            rule(
                    "azure_queue_scale_rule",
                    "azureQueue",
                    true,
                    true,
                    Property.number("queue_length").required().as("azureQueue.queueLength"),
                    Property.text("queue_name").required().as("azureQueue.queueName")),
            rule(
                    "custom_scale_rule",
                    "custom",
                    false,
                    true,
                    Property.text("custom_rule_type").required().as("custom.type"),
                    Property.text("identity_id").withoutCase().as("custom.identity"),
                    Property.textMap("metadata").required().as("custom.metadata")),
            rule("http_scale_rule", "http", false, false, requests("http")),
            rule("tcp_scale_rule", "tcp", false, false, requests("tcp"))
        };
    }

    private static Property requests(String kind) {
        return Property.text("concurrent_requests")
                .required()
                .matching("[1-9]\\d*", "a number, as a text")
                .as(kind + ".metadata", METADATA);
    }

    private static NestedBlock rule(
            String name, String kind, boolean secured, boolean triggered, Field.Builder... more) {
        Property trigger = Property.text("trigger_parameter").as("triggerParameter");
        NestedBlock authentication = NestedBlock.list(
                        "authentication",
                        Property.text("secret_name").required().as("secretRef"),
                        triggered ? trigger.required() : trigger)
                .as(kind + ".auth");
        List<Field.Builder> fields = new ArrayList<>(Arrays.asList(more));
        fields.add(Property.text("name").required().as("name"));
        fields.add(secured ? authentication.required() : authentication);
        return NestedBlock.list(name, fields.toArray(Field.Builder[]::new))
                .among(rule -> rule.get(kind) instanceof MapValue)
                .as("scale.rules");
    }
}
