package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code aws_lb_listener_rule}: what a listener does with some requests rather than its default. */
public final class LbListenerRuleResource extends AwsResourceType {
    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.required("listener_arn", Type.STRING).immutable())
                    .attribute(Attribute.optionalComputed("priority", Type.NUMBER)
                            .validatedBy(Validation.between(1, 50000))
                            .describedAs("Rules are tried from the lowest up. Left out, it is one more than the"
                                    + " highest there is."))
                    .block(BlockType.list("action", ActionBlocks.ACTION).times(1, Integer.MAX_VALUE))
                    .block(BlockType.set("condition", ConditionBlocks.CONDITION).times(1, Integer.MAX_VALUE))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The ARN."))
                    .attribute(Attribute.computed("arn", Type.STRING)))
            .build();

    public LbListenerRuleResource() {
        super("aws_lb_listener_rule", SCHEMA, ListenerRuleOperations::new);
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
    }

    @Override
    public int readBatchSize() {
        return Elb.BATCH;
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>(ActionBlocks.problems(configuration, "action"));
        problems.addAll(ConditionBlocks.problems(configuration));
        return problems;
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        return new PlannedObject(Forwarding.keepSame(request.proposed(), request.prior(), "action"), Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a rule by which a listener routes requests",
                "the ARN",
                "tag",
                "`authenticate_cognito`, `authenticate_oidc`");
    }
}
