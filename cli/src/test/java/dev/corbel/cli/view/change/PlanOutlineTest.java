package dev.corbel.cli.view.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.SamplePlan;
import dev.corbel.planner.plan.Action;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanOutlineTest {
    private static List<String> titles(Address... addresses) {
        SamplePlan plan = new SamplePlan();
        for (Address address : addresses) {
            plan.change(address, Action.CREATE, Value.ofNull(), SamplePlan.object(Map.of()));
        }
        return PlanOutline.of(plan.build().changes()).stream()
                .map(group -> group.path().title() + ": "
                        + ChangeCounts.of(group.changes()).words())
                .toList();
    }

    @Test
    void componentsComeBeforeWhatIsInThemAndInNaturalOrder() {
        Address region = SamplePlan.REGION;
        assertThat(titles(
                        region.child("app", "a10").child("sim_object", "x"),
                        region.child("app", "a9").child("bucket", "files").child("sim_object", "x"),
                        region.child("app", "a9").child("database", null).child("sim_object", "x"),
                        region.child("sim_object", "x"),
                        region.child("sim_object", "y"),
                        Address.resource("sim_object", "x"),
                        region.child("app", "a9").child("sim_object", "x")))
                .containsExactly(
                        "(top level): 1 to add",
                        "eu-central-1: 2 to add",
                        "eu-central-1 / a9: 1 to add",
                        "eu-central-1 / a9 / bucket files: 1 to add",
                        "eu-central-1 / a9 / database: 1 to add",
                        "eu-central-1 / a10: 1 to add");
    }

    @Test
    void countsEveryKind() {
        assertThat(ChangeCounts.of(PlanOutline.of(SamplePlan.everything().changes()).stream()
                                .flatMap(group -> group.changes().stream())
                                .toList())
                        .words())
                .isEqualTo("1 to add, 1 to change, 1 to replace, 1 to destroy, 1 to forget, 1 to move or adopt");
    }
}
