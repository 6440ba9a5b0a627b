package dev.corbel.providers.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.Test;

class DbInstancePlanTest {
    private static final MapValue PRIOR = Values.map(
            "identifier",
            "orders",
            "resource_id",
            "db-ABC",
            "id",
            "db-ABC",
            "multi_az",
            true,
            "availability_zone",
            "eu-central-1a",
            "allocated_storage",
            20,
            "iops",
            3000,
            "storage_throughput",
            125,
            "status",
            "available");

    private static PlannedObject plan(MapValue configuration) {
        MapValue proposed = PRIOR;
        for (var entry : configuration.entries().entrySet()) {
            proposed = proposed.with(entry.getKey(), entry.getValue());
        }
        return DbInstancePlan.refine(new PlanRequest(PRIOR, configuration, proposed));
    }

    @Test
    void plansNothingForNothing() {
        assertThat(plan(Values.map("identifier", "orders")).attributes()).isEqualTo(PRIOR);
    }

    @Test
    void leavesToRdsWhatFollowsFromAChange() {
        MapValue planned =
                plan(Values.map("allocated_storage", 400, "iops", 12000)).attributes();

        assertThat(planned)
                .isEqualTo(PRIOR.with("allocated_storage", Value.of(400))
                        .with("iops", Value.of(12000))
                        .with("storage_throughput", Value.unknown())
                        .with("status", Value.unknown())
                        .with("availability_zone", Value.unknown()));
    }

    @Test
    void replacesTheInstanceForAnotherZoneThatTheDefinitionAsksFor() {
        assertThat(plan(Values.map("availability_zone", "eu-central-1b")).replacedFor())
                .containsExactly(ValuePath.ROOT.then("availability_zone"));
    }
}
