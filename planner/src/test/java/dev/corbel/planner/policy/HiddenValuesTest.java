package dev.corbel.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.Guardrails;
import dev.corbel.dsl.model.PolicyCode;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Facts have no marks; what policies say of them quotes no sensitive value all the same. */
class HiddenValuesTest {
    private static PolicySubject subject(String attribute, Value value, Fact fact) {
        return new PolicySubject(
                Address.resource("fake_object", "a"),
                new MapValue(Map.of(attribute, Value.sensitive(value))),
                List.of(fact),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> messages(Rule rule, PolicySubject subject) {
        Definition definition = Definition.empty("test");
        Guardrails.Area area = new Guardrails.Area("EU", SourceRange.at("f", 1, 1));
        Guardrails guardrails =
                new Guardrails(true, Optional.of(area), List.of(), Set.of(), List.of(), List.of(), List.of());
        PolicySubjects subjects =
                PolicySubjects.of(guardrails, List.of(), List.of(subject), ResourceGraph.of(definition));
        List<String> messages = new ArrayList<>();
        rule.check(
                subjects,
                verdict -> messages.add(subjects.withoutSecrets(verdict).message()));
        return messages;
    }

    @Test
    void aRegionIsHidden() {
        Fact.Stores data =
                new Fact.Stores(DataKind.PRIMARY, Optional.of(Value.of("us-east-1")), ValuePath.of("region"));

        assertThat(messages(new ResidencyRule(Optional.empty()), subject("region", Value.of("us-east-1"), data)))
                .containsExactly("fake_object.a keeps primary data in (sensitive value) (US), but residency = 'EU'");
    }

    @Test
    void aNumberOfDaysIsHidden() {
        Fact.Retention kept = new Fact.Retention(Value.of(3), ValuePath.of("days"));
        PolicySubject subject = subject("days", Value.of(3), kept);

        assertThat(messages(new RetentionRule(), subject))
                .containsExactly("fake_object.a keeps backups for fewer of 7 days or longer");
        PolicyCode.View view = new PolicyViews(Definition.empty("test")).resource(subject);
        PolicyCode.View fact = (PolicyCode.View) ((List<?>) part(view, "facts")).get(0);
        Value days = (Value) part(fact, "days");
        assertThat(days.containsSensitive()).isTrue();
    }

    private static Object part(PolicyCode.View view, String name) {
        return Objects.requireNonNull(view.parts().get(name)).get();
    }
}
