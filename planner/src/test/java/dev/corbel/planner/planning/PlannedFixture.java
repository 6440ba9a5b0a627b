package dev.corbel.planner.planning;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.PlanRequest;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.planner.testing.PlanText;
import dev.corbel.providers.api.address.AddressPattern;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Plans what a test has put together. Keys of deposed objects count up: {@code key1}, {@code key2}. */
abstract class PlannedFixture {
    final Fixture given = new Fixture();

    final Plan plan(PlanOptions options) {
        AtomicInteger keys = new AtomicInteger();
        PlanRequest request =
                new PlanRequest(given.definition(), Map.of(), given.state(), given.catalog, given.sessions, options);
        return new Planner(() -> "key" + keys.incrementAndGet()).plan(request);
    }

    final String planned(PlanOptions options) {
        return PlanText.of(plan(options));
    }

    final String planned() {
        return planned(options(PlanMode.NORMAL));
    }

    static PlanOptions options(PlanMode mode) {
        return PlanOptions.of(mode).withClock(() -> Instant.EPOCH);
    }

    static List<AddressPattern> patterns(String... texts) {
        return List.of(texts).stream().map(AddressPattern::parse).toList();
    }
}
