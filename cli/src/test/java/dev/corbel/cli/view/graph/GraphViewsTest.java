package dev.corbel.cli.view.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.SamplePlan;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GraphViewsTest {
    private static final Address NETWORK = SamplePlan.REGION.child("sim_object", "network");
    private static final Address SUBNET = SamplePlan.REGION.child("sim_object", "subnet");
    private static final Address DATABASE = SamplePlan.DATABASE.child("sim_object", "main");

    private static ResourceChange change(Address address, Action action, Address... needs) {
        Value object = SamplePlan.object(Map.of("id", SamplePlan.text("1")));
        return new ResourceChange(
                address,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ProviderKey.of("simulator"),
                action,
                ActionReason.NONE,
                object,
                object,
                List.of(),
                List.of(needs),
                false);
    }

    private static Plan plan() {
        return new SamplePlan()
                .add(change(NETWORK, Action.NO_OP))
                .add(change(SUBNET.withKey("1"), Action.UPDATE, NETWORK))
                .add(change(SUBNET.withKey("2"), Action.DELETE, NETWORK))
                .add(change(DATABASE, Action.CREATE, SUBNET.withKey("1"), SUBNET.withKey("2")))
                .add(change(Address.resource("sim_object", "far"), Action.NO_OP))
                .build();
    }

    @Test
    void dotHasColoursByActionAndBoxesAroundComponents() {
        assertThat(DotGraph.render(GraphSource.of(plan()).objects())).isEqualTo("""
            digraph "sample" {
              rankdir = "RL";
              node [shape = "box"];
              "eu-central-1/orders/sim_object.main" [label = "+ eu-central-1/orders/sim_object.main", color = "#14713a", fontcolor = "#14713a"];
              "eu-central-1/sim_object.network";
              "eu-central-1/sim_object.subnet[\\"1\\"]" [label = "~ eu-central-1/sim_object.subnet[\\"1\\"]", color = "#8a5a00", fontcolor = "#8a5a00"];
              "eu-central-1/sim_object.subnet[\\"2\\"]" [label = "- eu-central-1/sim_object.subnet[\\"2\\"]", color = "#b3261e", fontcolor = "#b3261e"];
              "sim_object.far";
              "eu-central-1/orders/sim_object.main" -> "eu-central-1/sim_object.subnet[\\"1\\"]";
              "eu-central-1/orders/sim_object.main" -> "eu-central-1/sim_object.subnet[\\"2\\"]";
              "eu-central-1/sim_object.subnet[\\"1\\"]" -> "eu-central-1/sim_object.network";
              "eu-central-1/sim_object.subnet[\\"2\\"]" -> "eu-central-1/sim_object.network";
              subgraph "cluster_region:eu-central-1" {
                label = "region eu-central-1";
                "eu-central-1/sim_object.network";
                "eu-central-1/sim_object.subnet[\\"1\\"]";
                "eu-central-1/sim_object.subnet[\\"2\\"]";
                subgraph "cluster_region:eu-central-1/app:orders" {
                  label = "app orders";
                  subgraph "cluster_region:eu-central-1/app:orders/database:" {
                    label = "database";
                    "eu-central-1/orders/sim_object.main";
                  }
                }
              }
            }
            """);
    }

    @Test
    void mermaidMergesInstancesAndLeavesOutWhatIsFarFromChanges() {
        assertThat(MermaidGraph.render(GraphSource.of(plan()).aroundChanges().resources()))
                .isEqualTo("""
                    flowchart RL
                      subgraph c0["region eu-central-1"]
                        n1["sim_object.network"]
                        n2["- sim_object.subnet ×2"]:::remove
                        subgraph c1["app orders"]
                          subgraph c2["database"]
                            n0["#43; sim_object.main"]:::add
                          end
                        end
                      end
                      n0 --> n2
                      n2 --> n1
                      classDef remove stroke:#b3261e,color:#b3261e
                      classDef change stroke:#8a5a00,color:#8a5a00
                      classDef add stroke:#14713a,color:#14713a
                    """);
    }

    @Test
    void componentsCanStandForAllThatIsInThem() {
        GraphModel graph = GraphSource.of(plan()).components();
        assertThat(graph.nodes())
                .extracting(GraphModel.Node::label)
                .containsExactly("eu-central-1 ×3", "database", "sim_object.far");
        assertThat(graph.edges()).containsExactly(new GraphModel.Edge(1, 0));
    }

    @Test
    void whatNeedsSomethingStandsToTheRightOfItInTheLaneOfItsComponent() {
        GraphModel graph = GraphSource.of(plan()).objects();
        SwimlaneLayout layout = new SwimlaneLayout(graph);
        for (GraphModel.Edge edge : graph.edges()) {
            SwimlaneLayout.Box needed = layout.box(edge.to());
            assertThat(layout.box(edge.from()).x()).isGreaterThan(needed.x() + needed.width());
        }
        assertThat(layout.lanes())
                .extracting(SwimlaneLayout.Lane::name)
                .containsExactly("database", "app orders", "region eu-central-1");
        for (int node = 0; node < 4; node++) {
            assertThat(contains(layout.lanes().get(2).box(), layout.box(node))).isTrue();
        }
        assertThat(contains(layout.lanes().get(0).box(), layout.box(0))).isTrue();
        assertThat(contains(layout.lanes().get(0).box(), layout.box(1))).isFalse();
        assertThat(contains(
                        new SwimlaneLayout.Box(0, 0, layout.width(), layout.height()),
                        layout.lanes().get(2).box()))
                .isTrue();
    }

    private static boolean contains(SwimlaneLayout.Box outer, SwimlaneLayout.Box inner) {
        return outer.x() <= inner.x()
                && outer.y() <= inner.y()
                && outer.x() + outer.width() >= inner.x() + inner.width()
                && outer.y() + outer.height() >= inner.y() + inner.height();
    }

    @Test
    void circlesDoNotStopTheDrawing() {
        Address one = Address.resource("sim_object", "one");
        Address two = Address.resource("sim_object", "two");
        Plan circle = new SamplePlan()
                .add(change(one, Action.DELETE, two))
                .add(change(two, Action.CREATE, one))
                .build();
        assertThat(SvgGraph.render(GraphSource.of(circle).objects()))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                .contains("- sim_object.one</text>", "+ sim_object.two</text>");
    }
}
