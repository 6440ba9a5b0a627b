package dev.corbel.planner.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.model.DefinitionPlaces;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The places of a definition that plans and drift name. */
class DefinitionPlacesTest {
    private final DefinitionPlaces places = places();

    private static DefinitionPlaces places() {
        Fixture given = new Fixture();
        given.component("app:orders", 3);
        given.resource("fake_object.a[\"x\"]").with("value", "v");
        return new DefinitionPlaces(given.definition());
    }

    private static Optional<Integer> line(Optional<SourceRange> range) {
        return range.map(SourceRange::line);
    }

    @Test
    void anInstanceWhoseKeyIsGoneHasThatOfItsBlock() {
        Optional<SourceRange> block = places.of(Fixture.address("fake_object.a[\"x\"]"));

        assertThat(block).isPresent();
        assertThat(places.of(Fixture.address("fake_object.a[\"gone\"]"))).isEqualTo(block);
        assertThat(places.nearest(Fixture.address("fake_object.a[\"gone\"]"), "value"))
                .isEqualTo(block);
    }

    @Test
    void anAttributeHasALineOfItsOwn() {
        assertThat(places.nearest(Fixture.address("fake_object.a[\"x\"]"), "value"))
                .isPresent()
                .isNotEqualTo(places.of(Fixture.address("fake_object.a[\"x\"]")));
        assertThat(places.nearest(Fixture.address("fake_object.a[\"x\"]"), "other"))
                .isEqualTo(places.of(Fixture.address("fake_object.a[\"x\"]")));
    }

    @Test
    void whatNobodyDeclaresHasTheComponentAroundItAtMost() {
        assertThat(places.of(Fixture.address("app:orders/fake_object.b"))).isEmpty();
        assertThat(line(places.nearest(Fixture.address("app:orders/fake_object.b"), null)))
                .contains(971);
        assertThat(places.nearest(Fixture.address("fake_object.b"))).isEmpty();
    }
}
