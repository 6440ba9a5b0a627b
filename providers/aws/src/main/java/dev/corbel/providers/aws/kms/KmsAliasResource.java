package dev.corbel.providers.aws.kms;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Forms;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Set;

/** {@code aws_kms_alias}: a name for a key. */
public final class KmsAliasResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 256;

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optionalComputed("name", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching(
                            "alias/(?!aws/)[a-zA-Z0-9/_-]{1,250}",
                            "\"alias/\" and up to 250 letters, digits and / _ -, and not begin with \"alias/aws/\""))
                    .describedAs("The name. Left out, one is made up."))
            .attribute(Attribute.optionalComputed("name_prefix", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching(
                            "alias/(?!aws/)[a-zA-Z0-9/_-]{0,224}",
                            "\"alias/\" and up to 224 letters, digits and / _ -, and not begin with \"alias/aws/\""))
                    .describedAs("What a made-up name begins with."))
            .attribute(Attribute.required("target_key_id", Type.STRING)
                    .comparedAs(Forms.KEY)
                    .describedAs("The id or ARN of the key."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("The name."))
            .attribute(Attribute.computed("arn", Type.STRING))
            .attribute(Attribute.computed("target_key_arn", Type.STRING))
            .build();

    public KmsAliasResource() {
        super("aws_kms_alias", SCHEMA, AliasOperations::new);
    }

    /** Aliases have no tags. Naming a key twice is naming it once, so an interrupted creation is just repeated. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        return ConflictsWith.problems(configuration, List.of(List.of("name", "name_prefix")));
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed().with("id", request.proposed().get("name"));
        if (request.prior() instanceof MapValue prior
                && new DesiredAttributes(planned).changes("target_key_id", new DesiredAttributes(prior))) {
            planned = planned.with("target_key_arn", Value.unknown());
        }
        return new PlannedObject(planned, Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a name for a key", "the name", "naming the key again", "");
    }
}
