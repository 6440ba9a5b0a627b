package dev.corbel.planner.object;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockEvaluatorTest {
    @Test
    void aRuleNeverQuotesTheValueOfASensitiveAttribute() {
        Schema schema = Schema.builder()
                .attribute(Attribute.optional("password", Type.STRING)
                        .sensitive()
                        .validatedBy(value -> Optional.of("must not be " + value)))
                .build();
        MapValue written = new MapValue(Map.of("password", Value.of("hunter2")));

        assertThatThrownBy(() -> BlockEvaluator.complete(schema, written))
                .isInstanceOf(DiagnosticsException.class)
                .hasMessageContaining("\"password\" is not valid; it is sensitive")
                .hasMessageNotContaining("hunter2");
    }
}
