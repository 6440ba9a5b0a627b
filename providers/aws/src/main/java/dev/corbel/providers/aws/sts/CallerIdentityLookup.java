package dev.corbel.providers.aws.sts;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsDataSourceType.Lookup;
import dev.corbel.providers.kit.attribute.Attributes;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Answers from what the session knows, or learns once, of its caller. */
final class CallerIdentityLookup implements Lookup {
    @Override
    public MapValue read(AwsSession session, MapValue configuration) {
        GetCallerIdentityResponse identity = session.identity();
        return new Attributes(CallerIdentity.SCHEMA)
                .text("id", identity.account())
                .text("account_id", identity.account())
                .text("arn", identity.arn())
                .text("user_id", identity.userId())
                .build();
    }
}
