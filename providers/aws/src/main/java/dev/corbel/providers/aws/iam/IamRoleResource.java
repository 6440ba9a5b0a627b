package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.fact.Part;
import dev.corbel.providers.aws.fact.PolicyDanger;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.List;
import java.util.Set;

/** {@code aws_iam_role}: a role. */
public final class IamRoleResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 64;

    /** How many roles, or parts of roles, one list answers. */
    static final int BATCH = 1000;

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(IamSchemas.name(MAX_NAME_LENGTH))
                    .attribute(IamSchemas.namePrefix(MAX_NAME_LENGTH))
                    .attribute(IamSchemas.path())
                    .attribute(Attribute.required("assume_role_policy", Type.STRING)
                            .guarded()
                            .comparedAs(PolicyText.FORM)
                            .validatedBy(JsonText.VALID)
                            .describedAs("Who may take the role on: a policy in JSON."))
                    .attribute(Attribute.optional("description", Type.STRING))
                    .attribute(Attribute.optional("max_session_duration", Type.NUMBER)
                            .defaultsTo(Value.of(3600))
                            .validatedBy(Validation.between(3600, 43200))
                            .describedAs("How many seconds a session lasts at most."))
                    .attribute(Attribute.optional("permissions_boundary", Type.STRING)
                            .guarded()
                            .validatedBy(Validation.matching("arn:.+", "the ARN of a policy"))
                            .describedAs("The ARN of a policy beyond which nothing is allowed."))
                    .attribute(Attribute.optional("force_detach_policies", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .describedAs("Whether all policies are taken from the role before it is deleted."))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The name."))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("unique_id", Type.STRING)
                            .describedAs("Such as AROA…; another role of the same name has another."))
                    .attribute(Attribute.computed("create_date", Type.STRING)))
            .build();

    public IamRoleResource() {
        super("aws_iam_role", SCHEMA, RoleOperations::new);
    }

    /** Left out, the name follows from the operation, so that it is a key all the same. */
    @Override
    public Set<String> identityAttributes() {
        return Set.of("unique_id");
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
        return new PlannedObject(planned.with("id", planned.get("name")), Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return List.of(PolicyDanger.trust(Part.of(attributes, "assume_role_policy")), new Fact.Owned("role"));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a role",
                "the name",
                "name",
                "`inline_policy`, `managed_policy_arns`, which Terraform deprecated for types of their" + " own");
    }
}
