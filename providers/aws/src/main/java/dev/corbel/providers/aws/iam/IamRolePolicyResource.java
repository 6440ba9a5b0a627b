package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.fact.Part;
import dev.corbel.providers.aws.fact.PolicyDanger;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.List;
import java.util.Set;

/** {@code aws_iam_role_policy}: a policy inside a role. */
public final class IamRolePolicyResource extends AwsResourceType {
    static final String NAME = "aws_iam_role_policy";
    static final int MAX_NAME_LENGTH = 128;

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("role", Type.STRING).immutable().describedAs("The name of the role."))
            .attribute(IamSchemas.name(MAX_NAME_LENGTH))
            .attribute(IamSchemas.namePrefix(MAX_NAME_LENGTH))
            .attribute(Attribute.required("policy", Type.STRING)
                    .guarded()
                    .comparedAs(PolicyText.FORM)
                    .validatedBy(JsonText.VALID)
                    .describedAs("What the role may do: a policy in JSON."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("Role and name with a colon between."))
            .build();

    public IamRolePolicyResource() {
        super(NAME, SCHEMA, RolePolicyOperations::new);
    }

    /** Setting twice is setting once, so an interrupted creation is just repeated. */
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
    protected List<Diagnostic> problems(MapValue configuration) {
        return ConflictsWith.problems(configuration, IamSchemas.CONFLICTS);
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        Value id = planned.text("role")
                .flatMap(role -> planned.text("name").map(name -> new RolePolicyId(role, name)))
                .<Value>map(known -> Value.of(known.text()))
                .orElse(Value.unknown());
        return new PlannedObject(planned.with("id", id), Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return List.of(PolicyDanger.rights(Part.of(attributes, "policy")));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a policy inside a role", "`ROLE:NAME`", "setting it again", "");
    }
}
