package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import org.junit.jupiter.api.Test;

/** Data sources are read as early as possible. */
class DataSourcesTest extends PlannedFixture {

    @Test
    void aKnownOneIsReadWhilePlanning() {
        given.data("data.fake_lookup.d", Expression.of(Value.of("x")));
        given.resource("corbel_data.a").with("input", "data.fake_lookup.d", "id");

        assertThat(planned()).isEqualTo("""
                create corbel_data.a
                    input = id-of-x
                    id = (known after apply)
                    output = (known after apply)
                no_op data.fake_lookup.d
                    name = x
                    id = id-of-x
                0. create corbel_data.a
                """);
        assertThat(given.fake.lookedUp).containsExactly("x");
    }

    @Test
    void oneOfUnknownConfigurationIsReadWhileApplying() {
        given.resource("corbel_data.a").with("input", "x");
        given.data("data.fake_lookup.d", Fixture.reference("corbel_data.a", "id"));
        given.resource("corbel_data.b").with("input", "data.fake_lookup.d", "id");

        assertThat(planned()).isEqualTo("""
                create corbel_data.a
                    input = x
                    id = (known after apply)
                    output = (known after apply)
                create corbel_data.b
                    input = (known after apply)
                    id = (known after apply)
                    output = (known after apply)
                read data.fake_lookup.d # read_because_config_unknown
                    name = (known after apply)
                    id = (known after apply)
                0. create corbel_data.a
                1. read data.fake_lookup.d after [0]
                2. create corbel_data.b after [1]
                """);
    }

    @Test
    void oneThatWaitsForAChangeIsReadWhileApplying() {
        given.resource("corbel_data.a").with("input", "new");
        given.data("data.fake_lookup.d", Expression.of(Value.of("x")), "corbel_data.a");
        given.state.data("corbel_data.a", "old");

        assertThat(planned()).endsWith("""
                read data.fake_lookup.d # read_because_dependency_pending
                    name = x
                    id = (known after apply)
                0. update corbel_data.a
                1. read data.fake_lookup.d after [0]
                """);
    }

    @Test
    void whatWasMadeThroughADataSourceIsRecordedToDependOnWhatThatNeeds() {
        given.resource("corbel_data.a").with("input", "x");
        given.data("data.fake_lookup.d", Fixture.reference("corbel_data.a", "input"));
        given.resource("corbel_data.b").with("input", "data.fake_lookup.d", "id");
        given.state.data("corbel_data.a", "x").data("corbel_data.b", "id-of-x");

        assertThat(planned()).isEqualTo("""
                no_op corbel_data.a
                no_op corbel_data.b
                no_op data.fake_lookup.d
                    name = x
                    id = id-of-x
                state put corbel_data.b uses [corbel_data.a]
                """);
    }

    @Test
    void oneThatFailsStopsWhatNeedsIt() {
        given.data("data.fake_lookup.d", Expression.of(Value.of("missing")));
        given.resource("corbel_data.a").with("input", "data.fake_lookup.d", "id");
        given.resource("corbel_data.b").with("input", "x");

        assertThat(planned()).isEqualTo("""
                create corbel_data.b
                    input = x
                    id = (known after apply)
                    output = (known after apply)
                0. create corbel_data.b
                error: There is no "missing" (901)
                    Nothing has this name.
                """);
    }

    @Test
    void thoseThatNeedNothingAreReadOnceAndAtTheSameTime() {
        given.data("data.fake_lookup.a", Expression.of(Value.of("a")));
        given.data("data.fake_lookup.b", Expression.of(Value.of("b")));
        given.data("data.fake_lookup.missing", Expression.of(Value.of("missing")));

        assertThat(planned()).isEqualTo("""
                no_op data.fake_lookup.a
                    name = a
                    id = id-of-a
                no_op data.fake_lookup.b
                    name = b
                    id = id-of-b
                error: There is no "missing" (901)
                    Nothing has this name.
                """);
        assertThat(given.fake.lookedUp).containsExactlyInAnyOrder("a", "b", "missing");
    }
}
