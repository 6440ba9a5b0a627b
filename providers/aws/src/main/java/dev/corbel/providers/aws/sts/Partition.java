package dev.corbel.providers.aws.sts;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.aws.resource.AwsDataSourceType;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code aws_partition}: the part of AWS that the region belongs to, which has names of its own. Asks nobody. */
public final class Partition {
    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.computed("id", Type.STRING).describedAs("The partition."))
            .attribute(Attribute.computed("partition", Type.STRING)
                    .describedAs("What ARNs have behind arn:, such as aws or aws-cn."))
            .attribute(Attribute.computed("dns_suffix", Type.STRING)
                    .describedAs("The end of host names, such as amazonaws.com."))
            .attribute(Attribute.computed("reverse_dns_prefix", Type.STRING)
                    .describedAs("The same from back to front, such as com.amazonaws."))
            .build();

    private Partition() {}

    public static DataSourceType type() {
        return new AwsDataSourceType(
                "aws_partition",
                "the part of AWS that the region belongs to, such as `aws-cn`",
                SCHEMA,
                () -> (session, configuration) -> {
                    List<String> parts =
                            new ArrayList<>(List.of(session.domain().split("\\.")));
                    Collections.reverse(parts);
                    return new Attributes(SCHEMA)
                            .text("id", session.partition())
                            .text("partition", session.partition())
                            .text("dns_suffix", session.domain())
                            .text("reverse_dns_prefix", String.join(".", parts))
                            .build();
                });
    }
}
