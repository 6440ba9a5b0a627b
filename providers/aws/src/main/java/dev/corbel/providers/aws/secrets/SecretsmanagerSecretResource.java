package dev.corbel.providers.aws.secrets;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.fact.Part;
import dev.corbel.providers.aws.fact.PolicyDanger;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Forms;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code aws_secretsmanager_secret}: a secret without its value, which is a version of it. */
public final class SecretsmanagerSecretResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 512;
    private static final Validation RECOVERY_WINDOW = value -> value instanceof NumberValue number
                    && isRecoveryWindow(number.value().doubleValue())
            ? Optional.empty()
            : Optional.of("must be 0 or between 7 and 30");

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.optionalComputed("name", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "[a-zA-Z0-9/_+=.@-]{1,512}", "up to 512 letters, digits and / _ + = . @ -"))
                            .describedAs("The name. Left out, one is made up."))
                    .attribute(Attribute.optionalComputed("name_prefix", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "[a-zA-Z0-9/_+=.@-]{1,486}", "up to 486 letters, digits and / _ + = . @ -"))
                            .describedAs("What a made-up name begins with."))
                    .attribute(Attribute.optional("description", Type.STRING).describedAs("What the secret is for."))
                    .attribute(Attribute.optional("kms_key_id", Type.STRING)
                            .comparedAs(Forms.KEY)
                            .describedAs("The key that encrypts it; left out, the one that AWS manages."))
                    .attribute(Attribute.optionalComputed("policy", Type.STRING)
                            .guarded()
                            .comparedAs(PolicyText.FORM)
                            .validatedBy(JsonText.VALID)
                            .describedAs("Who else may do what with the secret, as JSON; {} for nobody."))
                    .attribute(Attribute.optional("recovery_window_in_days", Type.NUMBER)
                            .defaultsTo(Value.of(30))
                            .validatedBy(RECOVERY_WINDOW)
                            .describedAs("For how long a deleted secret can be brought back, and its name is in use."))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The ARN."))
                    .attribute(Attribute.computed("arn", Type.STRING)))
            .build();

    public SecretsmanagerSecretResource() {
        super("aws_secretsmanager_secret", SCHEMA, SecretOperations::new);
    }

    private static boolean isRecoveryWindow(double days) {
        return days == 0 || (days >= 7 && days <= 30);
    }

    @Override
    public boolean holdsData(MapValue attributes) {
        return true;
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public int readBatchSize() {
        return Secrets.BATCH;
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        return ConflictsWith.problems(configuration, List.of(List.of("name", "name_prefix")));
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        return new PlannedObject(request.proposed(), Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        Part days = Part.of(attributes, "recovery_window_in_days");
        Answer recoverable =
                days.isUnknown() ? Answer.UNKNOWN : Answer.of(!days.value().equals(Value.of(0)));
        return List.of(
                Fact.Stores.here(DataKind.PRIMARY),
                Part.always(Topic.ENCRYPTION_AT_REST),
                days.claim(Topic.DELETION_PROTECTION, recoverable, "is deleted at once, and for ever"),
                PolicyDanger.exposure(Part.of(attributes, "policy")));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a secret, without its value", "the ARN", "name", "`replica`, `force_overwrite_replica_secret`");
    }
}
