package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Tags;
import java.time.Duration;
import java.util.Map;

/** {@code aws_internet_gateway}: the way between a VPC and the internet. */
public final class InternetGatewayResource extends AwsResourceType {
    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.optionalComputed("vpc_id", Type.STRING)
                            .describedAs("The VPC that the gateway is attached to."))
                    .attribute(Attribute.computed("id", Type.STRING))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("owner_id", Type.STRING).describedAs("The account of the gateway.")))
            .build();

    public InternetGatewayResource() {
        super("aws_internet_gateway", SCHEMA, InternetGatewayOperations::new);
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of(
                "create", Duration.ofMinutes(20), "update", Duration.ofMinutes(20), "delete", Duration.ofMinutes(20));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("the way of a VPC to the internet", "`igw-…`", "tag", "");
    }
}
