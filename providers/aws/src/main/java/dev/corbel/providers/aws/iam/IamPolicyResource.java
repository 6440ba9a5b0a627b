package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.fact.Part;
import dev.corbel.providers.aws.fact.PolicyDanger;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.List;
import java.util.Set;

/** {@code aws_iam_policy}: a policy that roles, users and groups can have. */
public final class IamPolicyResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 128;

    /** Read one by one, but many at a time: no list of IAM has tags of policies. */
    static final int BATCH = 100;

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(IamSchemas.name(MAX_NAME_LENGTH))
                    .attribute(IamSchemas.namePrefix(MAX_NAME_LENGTH))
                    .attribute(IamSchemas.path())
                    .attribute(Attribute.optional("description", Type.STRING).immutable())
                    .attribute(Attribute.required("policy", Type.STRING)
                            .guarded()
                            .comparedAs(PolicyText.FORM)
                            .validatedBy(JsonText.VALID)
                            .describedAs("What is allowed: a policy in JSON. A change makes a new version."))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The ARN."))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("policy_id", Type.STRING).describedAs("Such as ANPA…."))
                    .attribute(Attribute.computed("attachment_count", Type.NUMBER)
                            .describedAs("How many roles, users and groups have it.")))
            .build();

    public IamPolicyResource() {
        super("aws_iam_policy", SCHEMA, PolicyOperations::new);
    }

    /** Left out, the name follows from the operation, so that it is a key all the same. */
    @Override
    public Set<String> identityAttributes() {
        return Set.of("policy_id");
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public int readBatchSize() {
        return BATCH;
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        return ConflictsWith.problems(configuration, IamSchemas.CONFLICTS);
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        return new PlannedObject(planned, Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return List.of(PolicyDanger.rights(Part.of(attributes, "policy")));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a managed policy", "the ARN", "name", "");
    }
}
