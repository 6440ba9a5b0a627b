package dev.corbel.providers.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "20, 16.4, 20, 16, 0",
        "20, 16.4, 30, 17, 0",
        "20, 16.4, 30, 16.10, 0",
        "20, 16.4, 10, 16, 1",
        "20, 16.4, 20, 15, 1",
        "20, 16.4, 20, 16.3, 1",
        "20, 16.4, 10, 15.9, 2",
        "20, 19.0.0.0.ru-2024-01, 20, 19.0.0.0.ru-2023-01, 0",
    })
    void refusesWhatRdsNeverDoes(int size, String version, int wanted, String wantedVersion, int problems) {
        assertThat(DbInstancePlan.refused(
                        Values.map("allocated_storage", size, "engine_version_actual", version),
                        Values.map("allocated_storage", wanted, "engine_version", wantedVersion)))
                .hasSize(problems);
    }

    @Test
    void goesToAnotherMajorVersionOnlyWhenToldTo() {
        MapValue prior = Values.map("engine", "postgres", "engine_version_actual", "16.4");
        MapValue next = Values.map("engine", "postgres", "engine_version", "17");

        assertThat(DbInstancePlan.refused(prior, next)).hasSize(1);
        assertThat(DbInstancePlan.refused(prior, next.with("allow_major_version_upgrade", Value.of(true))))
                .isEmpty();
        assertThat(DbInstancePlan.refused(prior, next.with("engine_version", Value.of("16.9"))))
                .isEmpty();
    }

    @Test
    void replacesTheInstanceForAnotherZoneThatTheDefinitionAsksFor() {
        assertThat(plan(Values.map("availability_zone", "eu-central-1b")).replacedFor())
                .containsExactly(ValuePath.ROOT.then("availability_zone"));
    }
}
