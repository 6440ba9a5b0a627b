package dev.corbel.providers.kit.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainFormTest {

    @Test
    void leavesOutWhatSaysNothing() {
        assertThat(PlainForm.of(Values.map(
                        "id",
                        "a",
                        "days",
                        0,
                        "off",
                        false,
                        "prefix",
                        "",
                        "filter",
                        Values.map("prefix", "", "and", Values.map("tags", Value.ofNull())),
                        "transition",
                        List.of(),
                        "rule",
                        List.of(Values.map("id", "b", "date", Value.ofNull())))))
                .isEqualTo(Values.map("id", "a", "days", 0, "rule", List.of(Values.map("id", "b"))));
    }
}
