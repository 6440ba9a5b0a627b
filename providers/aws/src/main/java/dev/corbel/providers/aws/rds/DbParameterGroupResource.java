package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code aws_db_parameter_group}: settings of a database engine. */
public final class DbParameterGroupResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 255;

    private static final Schema PARAMETER = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING).describedAs("The name as the engine knows it."))
            .attribute(Attribute.required("value", Type.STRING))
            .attribute(Attribute.optional("apply_method", Type.STRING)
                    .defaultsTo(Value.of("immediate"))
                    .validatedBy(Validation.oneOf("immediate", "pending-reboot"))
                    .describedAs("When it takes effect. What the engine reads at its start only takes pending-reboot."))
            .build();

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.optionalComputed("name", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "(?=.{1,255}$)[a-z](-?[a-z0-9.])*",
                                    "up to 255 lower-case letters, digits, dots and single hyphens that begin with a"
                                            + " letter and don't end with a hyphen"))
                            .describedAs("The name. Left out, one is made up."))
                    .attribute(Attribute.optionalComputed("name_prefix", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "(?=.{1,229}$)[a-z](-?[a-z0-9.])*-?",
                                    "up to 229 lower-case letters, digits, dots and single hyphens that begin with a"
                                            + " letter"))
                            .describedAs("What a made-up name begins with."))
                    .attribute(Attribute.required("family", Type.STRING)
                            .immutable()
                            .describedAs("The engine and its major version, such as postgres16."))
                    .attribute(Attribute.optionalComputed("description", Type.STRING)
                            .immutable()
                            .defaultsTo(Value.of("Managed by Corbel"))
                            .describedAs("What the group is for."))
                    .attribute(Attribute.optional("skip_destroy", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .describedAs("Whether the group stays at AWS when it is deleted here."))
                    .block(BlockType.set("parameter", PARAMETER))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The name."))
                    .attribute(Attribute.computed("arn", Type.STRING)))
            .build();

    public DbParameterGroupResource() {
        super("aws_db_parameter_group", SCHEMA, ParameterGroupOperations::new);
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        List<Diagnostic> problems =
                new ArrayList<>(ConflictsWith.problems(configuration, List.of(List.of("name", "name_prefix"))));
        Set<String> names = new HashSet<>();
        if (configuration.get("parameter") instanceof ListValue parameters) {
            for (Value parameter : parameters.elements()) {
                if (parameter instanceof MapValue map) {
                    map.text("name").filter(name -> !names.add(name)).ifPresent(name -> problems.add(repeated(name)));
                }
            }
        }
        return problems;
    }

    private static Diagnostic repeated(String name) {
        return Diagnostic.error(
                "The parameter \"" + name + "\" is set twice", "A parameter has one value. Keep one of the blocks.");
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        return new PlannedObject(planned.with("id", planned.get("name")), Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return ForcedTls.ofGroup(attributes).stream().map(Fact.class::cast).toList();
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("parameters of database servers", "the name", "name", "");
    }
}
