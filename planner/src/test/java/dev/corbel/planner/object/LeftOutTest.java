package dev.corbel.planner.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Defaults of attributes that only a new object could get. */
class LeftOutTest {
    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optional("path", Type.STRING)
                    .defaultsTo(Value.of("/"))
                    .immutable())
            .attribute(Attribute.optional("delay", Type.NUMBER).defaultsTo(Value.of(0)))
            .attribute(Attribute.optional("fixed", Type.STRING).immutable())
            .build();

    private static final MapValue PRIOR =
            Value.map(Map.of("path", Value.of("/teams/"), "delay", Value.of(5), "fixed", Value.of("a")));
    private static final MapValue CONFIGURED =
            Value.map(Map.of("path", Value.of("/"), "delay", Value.of(0), "fixed", Value.ofNull()));

    @Test
    void aDefaultThatNobodyWroteReplacesNothing() {
        MapValue kept = LeftOut.keep(Set.of(), SCHEMA, PRIOR, CONFIGURED);

        assertThat(kept.get("path")).isEqualTo(Value.of("/teams/"));
    }

    @Test
    void whatIsWrittenCounts() {
        assertThat(LeftOut.keep(Set.of("path"), SCHEMA, PRIOR, CONFIGURED)).isEqualTo(CONFIGURED);
    }

    @Test
    void whatCanBeChangedInPlaceIsBroughtToItsDefault() {
        assertThat(LeftOut.keep(Set.of(), SCHEMA, PRIOR, CONFIGURED).get("delay"))
                .isEqualTo(Value.of(0));
    }

    @Test
    void whatHasNoDefaultIsTakenAway() {
        assertThat(LeftOut.keep(Set.of(), SCHEMA, PRIOR, CONFIGURED).get("fixed"))
                .isEqualTo(Value.ofNull());
    }

    @Test
    void whatAnObjectLacksGetsTheDefault() {
        assertThat(LeftOut.keep(Set.of(), SCHEMA, PRIOR.with("path", Value.ofNull()), CONFIGURED)
                        .get("path"))
                .isEqualTo(Value.of("/"));
    }
}
