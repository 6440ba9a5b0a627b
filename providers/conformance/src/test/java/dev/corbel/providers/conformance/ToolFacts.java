package dev.corbel.providers.conformance;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.List;
import java.util.Optional;

/** The facts of a tool, one of each kind, with those defects that a type can have here. */
final class ToolFacts {
    private static final ValuePath SIZE = ValuePath.of("size");
    private static final ValuePath MAKE = ValuePath.of("make");

    private final Optional<Defect> defect;

    private ToolFacts(Optional<Defect> defect) {
        this.defect = defect;
    }

    static List<Fact> of(MapValue attributes, Optional<Defect> defect) {
        return new ToolFacts(defect).of(attributes);
    }

    private boolean has(Defect candidate) {
        return defect.equals(Optional.of(candidate));
    }

    private List<Fact> of(MapValue attributes) {
        Value size = attributes.get("size").unmarked();
        Value make = attributes.get("make").unmarked();
        if (has(Defect.FAILS_FOR_FACTS_OF_THE_UNKNOWN) && size.isUnknown()) {
            throw new IllegalStateException("no size");
        }
        if (has(Defect.FAILS_FOR_FACTS_OF_NOTHING) && make.isNull()) {
            throw new IllegalStateException("no make");
        }
        if (has(Defect.TELLS_NO_FACT_OF_THE_SENSITIVE) && attributes.get("make") instanceof SensitiveValue) {
            return List.of();
        }
        Answer iron = make.isUnknown() ? Answer.UNKNOWN : Answer.of(make.equals(Value.of("iron")));
        Answer ofTheUnknown = make.isUnknown() ? Answer.NO : iron;
        return List.of(
                Fact.Stores.here(DataKind.PRIMARY),
                new Fact.Stores(
                        DataKind.BACKUP,
                        Optional.of(has(Defect.TELLS_A_REGION_OF_THE_UNKNOWN) ? Value.of("here") : make),
                        MAKE),
                new Fact.Claim(Topic.TLS, Answer.YES, "", ValuePath.ROOT),
                new Fact.Claim(
                        Topic.REDUNDANCY,
                        has(Defect.ANSWERS_FOR_THE_UNKNOWN) ? ofTheUnknown : iron,
                        "is no good",
                        MAKE),
                new Fact.Claim(
                        Topic.LEAST_PRIVILEGE,
                        has(Defect.ANSWERS_FOR_THE_WHOLE_INSTEAD) ? ofTheUnknown : iron,
                        "is no good",
                        has(Defect.ANSWERS_FOR_THE_WHOLE_INSTEAD) ? ValuePath.ROOT : MAKE),
                new Fact.Retention(has(Defect.TELLS_DAYS_OF_THE_UNKNOWN) ? Value.of(7) : size, SIZE),
                new Fact.Exposure(
                        has(Defect.IS_OPEN_BY_THE_UNKNOWN) ? Answer.of(make.isUnknown()) : iron,
                        "lets everybody in",
                        Optional.empty(),
                        MAKE),
                new Fact.Reachable(false),
                new Fact.Owned("tool"),
                new Fact.Claim(
                        Topic.ENCRYPTION_AT_REST,
                        iron,
                        "is no good",
                        has(Defect.TELLS_A_FACT_OF_NO_ATTRIBUTE) ? ValuePath.of("weight") : MAKE));
    }
}
