package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.fact.Part;
import dev.corbel.providers.aws.fact.PolicyDanger;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.List;
import java.util.Set;

/** {@code aws_s3_bucket_policy}: who may do what with a bucket and what is in it. */
public final class S3BucketPolicyResource extends BucketSettingType {
    static final Schema SCHEMA = ofBucket()
            .attribute(Attribute.required("policy", Type.STRING)
                    .guarded()
                    .comparedAs(PolicyText.FORM)
                    .validatedBy(JsonText.VALID)
                    .describedAs("The policy, as JSON."))
            .build();

    public S3BucketPolicyResource() {
        super("aws_s3_bucket_policy", SCHEMA, () -> new BucketSettingOperations<>(SCHEMA, new BucketPolicy()));
    }

    @Override
    public Set<String> attachedTo() {
        return Set.of("aws_s3_bucket");
    }

    @Override
    MapValue foresee(PlanRequest request) {
        return request.proposed();
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return List.of(PolicyDanger.exposure(Part.of(attributes, "policy")));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("the policy of a bucket", "`BUCKET`", "setting it again", "");
    }
}
