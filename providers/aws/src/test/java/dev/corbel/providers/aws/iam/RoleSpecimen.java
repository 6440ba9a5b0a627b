package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;

final class RoleSpecimen implements Specimen {
    @Override
    public String type() {
        return "aws_iam_role";
    }

    @Override
    public MapValue configuration(String distinct) {
        return Values.map(
                "name",
                "orders-" + distinct,
                "path",
                "/apps/",
                "description",
                "what the tasks of orders may do",
                "assume_role_policy",
                Policies.TRUST_TASKS,
                "tags",
                Values.map("Name", distinct));
    }

    @Override
    public MapValue changedInPlace(MapValue configuration) {
        return configuration
                .with("assume_role_policy", Value.of(Policies.TRUST_BACKUP))
                .with("description", Value.ofNull())
                .with("max_session_duration", Value.of(7200))
                .with("permissions_boundary", Value.of("arn:aws:iam::aws:policy/ReadOnlyAccess"))
                .with("tags", Values.map("stage", "test"));
    }

    @Override
    public Optional<MapValue> changedByReplacement(MapValue configuration) {
        return Optional.of(configuration.with("path", Value.of("/")));
    }
}
