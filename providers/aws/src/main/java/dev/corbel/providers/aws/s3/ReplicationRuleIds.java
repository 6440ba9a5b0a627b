package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives ids to rules that have none, so that the whole setting is known before it is made. */
final class ReplicationRuleIds {
    private static final String RULE = "rule";

    private ReplicationRuleIds() {}

    static MapValue fillIn(MapValue proposed) {
        if (!(proposed.get(RULE).unmarked() instanceof ListValue rules)) {
            return proposed;
        }
        Set<String> taken = rules.elements().stream()
                .map(rule ->
                        rule.unmarked() instanceof MapValue map ? map.text("id").orElse("") : "")
                .collect(Collectors.toSet());
        List<Value> filled = new ArrayList<>(rules.elements());
        int number = 1;
        for (int i = 0; i < filled.size(); i++) {
            if (filled.get(i).unmarked() instanceof MapValue rule
                    && rule.get("id").isUnknown()) {
                while (!taken.add("rule-" + number)) {
                    number++;
                }
                filled.set(i, rule.with("id", Value.of("rule-" + number)));
            }
        }
        return proposed.with(RULE, Value.list(filled));
    }
}
