package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;

final class PolicySpecimen implements Specimen {
    @Override
    public String type() {
        return "aws_iam_policy";
    }

    @Override
    public MapValue configuration(String distinct) {
        return Values.map(
                "name",
                "files-" + distinct,
                "path",
                "/apps/",
                "description",
                "reads files",
                "policy",
                Policies.READ,
                "tags",
                Values.map("Name", distinct));
    }

    @Override
    public MapValue changedInPlace(MapValue configuration) {
        return configuration.with("policy", Value.of(Policies.WRITE)).with("tags", Values.map("stage", "test"));
    }

    @Override
    public Optional<MapValue> changedByReplacement(MapValue configuration) {
        return Optional.of(configuration.with("description", Value.of("reads and writes files")));
    }

    @Override
    public String absentId() {
        return "arn:aws:iam::123456789012:policy/absent";
    }
}
