package dev.corbel.providers.kit.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributesTest {
    @Test
    void keepsSetsInOneOrderHoweverTheyCome() {
        Schema schema = Schema.builder()
                .attribute(Attribute.optional("subnets", Type.set(Type.STRING)))
                .build();

        assertThat(new Attributes(schema)
                        .set("subnets", List.of("subnet-2", "subnet-1", "subnet-2"))
                        .build())
                .isEqualTo(Values.map("subnets", List.of("subnet-1", "subnet-2")));
    }
}
