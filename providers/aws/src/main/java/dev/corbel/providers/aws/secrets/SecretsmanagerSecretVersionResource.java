package dev.corbel.providers.aws.secrets;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code aws_secretsmanager_secret_version}: a value of a secret. */
public final class SecretsmanagerSecretVersionResource extends AwsResourceType {
    static final String BINARY = "secret_binary";
    static final String TEXT = "secret_string";
    static final String WRITE_ONLY = "secret_string_wo";
    static final String WRITE_ONLY_VERSION = "secret_string_wo_version";
    static final String FINGERPRINT = "secret_string_wo_fingerprint";
    private static final String HAS_WRITE_ONLY = "has_secret_string_wo";

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("secret_id", Type.STRING)
                    .immutable()
                    .describedAs("The ARN or the name of the secret."))
            .attribute(Attribute.optional(TEXT, Type.STRING)
                    .immutable()
                    .sensitive()
                    .describedAs("The value. It is kept in state."))
            .attribute(Attribute.optional(BINARY, Type.STRING)
                    .immutable()
                    .sensitive()
                    .validatedBy(Validation.matching(
                            "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", "text in Base64"))
                    .describedAs("The value as bytes in Base64. It is kept in state."))
            .attribute(Attribute.optional(WRITE_ONLY, Type.STRING)
                    .writeOnly()
                    .sensitive()
                    .describedAs(
                            "The value. It is not kept, so that a change shows in secret_string_wo_version alone."))
            .attribute(Attribute.optionalComputed(WRITE_ONLY_VERSION, Type.NUMBER)
                    .immutable()
                    .describedAs("Another number makes a new version of secret_string_wo. Left out, it is the time at"
                            + " which the version was made, in seconds since 1970, and a changed value makes a new"
                            + " one."))
            .attribute(Attribute.optionalComputed("version_stages", Type.set(Type.STRING))
                    .describedAs("Labels, of which one version of the secret has each; AWSCURRENT when left out."))
            .attribute(Attribute.computed("id", Type.STRING)
                    .describedAs("The secret and the version's id with | between."))
            .attribute(Attribute.computed("arn", Type.STRING).describedAs("The ARN of the secret."))
            .attribute(Attribute.computed("version_id", Type.STRING))
            .attribute(Attribute.computed(HAS_WRITE_ONLY, Type.BOOLEAN)
                    .describedAs("Whether the value came by secret_string_wo."))
            .attribute(Attribute.computed(FINGERPRINT, Type.STRING)
                    .sensitive()
                    .describedAs("Tells whether secret_string_wo has changed, where secret_string_wo_version is left"
                            + " out: a hash with a key of its own."))
            .build();

    public SecretsmanagerSecretVersionResource() {
        super("aws_secretsmanager_secret_version", SCHEMA, SecretVersionOperations::new);
    }

    /** The operation decides the version's id. The call cannot be repeated, since its value is not kept. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
    }

    @Override
    public int readBatchSize() {
        return Secrets.BATCH;
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>(ConflictsWith.problems(
                configuration, List.of(List.of(TEXT, BINARY), List.of(TEXT, WRITE_ONLY), List.of(BINARY, WRITE_ONLY))));
        if (List.of(TEXT, BINARY, WRITE_ONLY).stream()
                .allMatch(name -> configuration.get(name).isNull())) {
            problems.add(Diagnostic.error(
                    "The version of the secret has no value", "Set secret_string, secret_string_wo or secret_binary."));
        }
        return problems;
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        Value writeOnly = planned.get(WRITE_ONLY);
        Value has = writeOnly.isUnknown() ? Value.unknown() : Value.of(!writeOnly.isNull());
        return new PlannedObject(WriteOnlyVersion.planned(request).with(HAS_WRITE_ONLY, has), Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a version of a secret's value",
                "`SECRET|VERSION`",
                "the version's id, which follows from the operation",
                "");
    }
}
