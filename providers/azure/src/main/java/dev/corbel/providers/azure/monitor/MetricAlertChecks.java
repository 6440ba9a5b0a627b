package dev.corbel.providers.azure.monitor;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.Rule;
import java.math.BigDecimal;
import java.time.Duration;

/** What Azure refuses of an alert, said before the first call. */
final class MetricAlertChecks {
    private static final String TYPE = "target_resource_type";
    private static final String PLACE = "target_resource_location";

    private MetricAlertChecks() {}

    static Rule[] all() {
        return new Rule[] {
            Rule.exactlyOneOf("criteria", "dynamic_criteria"),
            Rule.refuses(
                    alert -> span(alert, "window_size", "PT5M").compareTo(span(alert, "frequency", "PT1M")) < 0,
                    "window_size is shorter than frequency",
                    "An alert looks at the last window each time; write a longer window or a shorter frequency."),
            Rule.refuses(
                    alert -> alert.get("scopes").unmarked() instanceof ListValue scopes
                            && scopes.elements().size() > 1
                            && (alert.get(TYPE).isNull() || alert.get(PLACE).isNull()),
                    "several scopes need " + TYPE + " and " + PLACE,
                    "Azure watches objects of one type in one region together."),
            Rule.within(
                    "dynamic_criteria",
                    Rule.refuses(
                            criteria -> number(criteria, "evaluation_failure_count")
                                            .compareTo(number(criteria, "evaluation_total_count"))
                                    > 0,
                            "evaluation_failure_count is more than evaluation_total_count",
                            "Of all windows that are looked at, so many pass the threshold before the alert."))
        };
    }

    private static Duration span(MapValue alert, String name, String usual) {
        String text = alert.text(name).orElse(usual);
        return text.matches("P(\\d+D|T\\d+[HM])") ? Duration.parse(text) : Duration.parse(usual);
    }

    private static BigDecimal number(MapValue criteria, String name) {
        Value value = criteria.get(name).unmarked();
        return value instanceof NumberValue number ? number.value() : BigDecimal.valueOf(4);
    }
}
