package dev.corbel.providers.aws.kms;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
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
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code aws_kms_key}: a key that never leaves KMS. */
public final class KmsKeyResource extends AwsResourceType {
    static final int BATCH = 100;

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.optionalComputed("description", Type.STRING)
                            .describedAs("What the key is for."))
                    .attribute(Attribute.optional("key_usage", Type.STRING)
                            .immutable()
                            .defaultsTo(Value.of("ENCRYPT_DECRYPT"))
                            .validatedBy(Validation.oneOf(
                                    "ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT")))
                    .attribute(Attribute.optional("customer_master_key_spec", Type.STRING)
                            .immutable()
                            .defaultsTo(Value.of("SYMMETRIC_DEFAULT"))
                            .describedAs("The kind of key, such as SYMMETRIC_DEFAULT, RSA_4096 or ECC_NIST_P256."))
                    .attribute(Attribute.optionalComputed("policy", Type.STRING)
                            .guarded()
                            .comparedAs(PolicyText.FORM)
                            .validatedBy(JsonText.VALID)
                            .describedAs("Who may do what with the key, as JSON. Left out, the account may do all."))
                    .attribute(Attribute.optional("bypass_policy_lockout_safety_check", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .describedAs("Whether a policy may lock out those who set it."))
                    .attribute(Attribute.optional("deletion_window_in_days", Type.NUMBER)
                            .validatedBy(Validation.between(7, 30))
                            .describedAs("For how long a deleted key can be brought back; 30 days when left out."))
                    .attribute(Attribute.optional("is_enabled", Type.BOOLEAN)
                            .defaultsTo(Value.of(true))
                            .describedAs("Whether the key can be used."))
                    .attribute(Attribute.optional("enable_key_rotation", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .describedAs("Whether KMS replaces the key's material from time to time."))
                    .attribute(Attribute.optionalComputed("rotation_period_in_days", Type.NUMBER)
                            .validatedBy(Validation.between(90, 2560))
                            .describedAs("How often it does; 365 days when left out."))
                    .attribute(Attribute.optional("multi_region", Type.BOOLEAN)
                            .immutable()
                            .defaultsTo(Value.of(false))
                            .describedAs("Whether the key can have replicas in other regions."))
                    .attribute(Attribute.optional("custom_key_store_id", Type.STRING)
                            .immutable())
                    .attribute(Attribute.optional("xks_key_id", Type.STRING)
                            .immutable()
                            .describedAs("The key in a key store outside of AWS."))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The id of the key."))
                    .attribute(Attribute.computed("key_id", Type.STRING).describedAs("The same."))
                    .attribute(Attribute.computed("arn", Type.STRING)))
            .build();

    public KmsKeyResource() {
        super("aws_kms_key", SCHEMA, KeyOperations::new);
    }

    @Override
    public boolean holdsData(MapValue attributes) {
        return true;
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
    }

    @Override
    public int readBatchSize() {
        return BATCH;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of("create", Duration.ofMinutes(2), "update", Duration.ofMinutes(2));
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        if (request.prior() instanceof MapValue prior
                && request.configuration().get("rotation_period_in_days").isNull()
                && new DesiredAttributes(planned).changes("enable_key_rotation", new DesiredAttributes(prior))) {
            planned = planned.with("rotation_period_in_days", Value.unknown());
        }
        return new PlannedObject(planned, Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return List.of(PolicyDanger.exposure(Part.of(attributes, "policy")));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a key of KMS", "the key's id", "tag", "");
    }
}
