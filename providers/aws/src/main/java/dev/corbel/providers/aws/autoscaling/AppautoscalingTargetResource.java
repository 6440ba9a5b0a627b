package dev.corbel.providers.aws.autoscaling;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Tags;
import java.util.Set;

/** {@code aws_appautoscaling_target}: between which numbers something is scaled. */
public final class AppautoscalingTargetResource extends AwsResourceType {
    static final Schema SUSPENDED = Schema.builder()
            .attribute(suspended("dynamic_scaling_in_suspended"))
            .attribute(suspended("dynamic_scaling_out_suspended"))
            .attribute(suspended("scheduled_scaling_suspended"))
            .build();

    static final Schema SCHEMA = Tags.on(TargetId.on(Schema.builder())
                    .attribute(capacity("min_capacity"))
                    .attribute(capacity("max_capacity"))
                    .attribute(Attribute.optionalComputed("role_arn", Type.STRING)
                            .immutable()
                            .describedAs("What scales it; for most services a role of the service itself."))
                    .block(BlockType.single("suspended_state", SUSPENDED))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The resource_id."))
                    .attribute(Attribute.computed("arn", Type.STRING)))
            .build();

    public AppautoscalingTargetResource() {
        super("aws_appautoscaling_target", SCHEMA, ScalableTargetOperations::new);
    }

    private static Attribute.Builder capacity(String name) {
        return Attribute.required(name, Type.NUMBER).validatedBy(Validation.between(0, Integer.MAX_VALUE));
    }

    private static Attribute.Builder suspended(String name) {
        return Attribute.optional(name, Type.BOOLEAN).defaultsTo(Value.of(false));
    }

    /** Registering twice is registering once, so an interrupted creation is just repeated. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public int readBatchSize() {
        return ScalableTargetReader.MAX_PER_CALL;
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        return new PlannedObject(planned.with("id", planned.get("resource_id")), Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a service that scales, with its limits", "`NAMESPACE/RESOURCE/DIMENSION`", "setting it again", "");
    }
}
