package dev.corbel.providers.kit.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesiredAttributesTest {
    private static final DesiredAttributes WANTED = new DesiredAttributes(Values.map(
            "size",
            Value.of(5_000_000_000L),
            "rule",
            List.of(Values.map("id", "a"), Value.sensitive(Values.map("id", "b"))),
            "filter",
            Values.map(),
            "tags",
            Values.map("team", "network", "stage", Value.ofNull())));

    @Test
    void readsBlocksMapsAndLargeNumbers() {
        assertThat(WANTED.longNumber("size")).isEqualTo(5_000_000_000L);
        assertThat(WANTED.longNumber("none")).isNull();
        assertThat(WANTED.blocks("rule").stream().map(rule -> rule.text("id"))).containsExactly("a", "b");
        assertThat(WANTED.blocks("none")).isEmpty();
        assertThat(WANTED.map("tags")).isEqualTo(Map.of("team", "network"));
        assertThat(WANTED.map("none")).isEmpty();
        assertThat(WANTED.has("filter")).isTrue();
        assertThat(WANTED.has("none")).isFalse();
    }
}
