package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.fact.Part;
import dev.corbel.providers.aws.resource.AwsResourceType;
import java.util.List;
import java.util.Set;

/** {@code aws_iam_role_policy_attachment}: that a role has a policy. */
public final class IamRolePolicyAttachmentResource extends AwsResourceType {
    static final String NAME = "aws_iam_role_policy_attachment";
    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("role", Type.STRING).immutable().describedAs("The name of the role."))
            .attribute(Attribute.required("policy_arn", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching("arn:.+", "the ARN of a policy"))
                    .describedAs("The ARN of a policy, of this account or of AWS."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("Role and ARN with a hyphen between."))
            .build();

    public IamRolePolicyAttachmentResource() {
        super(NAME, SCHEMA, RolePolicyAttachmentOperations::new);
    }

    /** Attaching twice is attaching once, so an interrupted creation is just repeated. */
    @Override
    public Set<String> attachedTo() {
        return Set.of("aws_iam_role");
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public int readBatchSize() {
        return IamRoleResource.BATCH;
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        Value id = planned.text("role")
                .flatMap(role -> planned.text("policy_arn").map(policy -> new AttachmentId(role, policy)))
                .<Value>map(known -> Value.of(known.text()))
                .orElse(Value.unknown());
        return new PlannedObject(planned.with("id", id), Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        Part policy = Part.of(attributes, "policy_arn");
        Answer limited = policy.isUnknown()
                ? Answer.UNKNOWN
                : Answer.of(policy.text().filter(AdministratorPolicies::contain).isEmpty());
        return List.of(policy.claim(Topic.LEAST_PRIVILEGE, limited, AdministratorPolicies.DANGER));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a managed policy that a role has", "`ROLE/ARN`", "setting it again", "");
    }
}
