package dev.corbel.providers.aws.ecs;

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
import dev.corbel.providers.aws.resource.Forms;
import dev.corbel.providers.aws.resource.Tags;
import java.time.Duration;
import java.util.Map;

/** {@code aws_ecs_cluster}: where services run. */
public final class EcsClusterResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 255;

    private static final Schema LOG_CONFIGURATION = Schema.builder()
            .attribute(Attribute.optional("cloud_watch_encryption_enabled", Type.BOOLEAN))
            .attribute(Attribute.optional("cloud_watch_log_group_name", Type.STRING))
            .attribute(Attribute.optional("s3_bucket_encryption_enabled", Type.BOOLEAN))
            .attribute(Attribute.optional("s3_bucket_name", Type.STRING))
            .attribute(Attribute.optional("s3_key_prefix", Type.STRING))
            .build();

    private static final Schema EXECUTE_COMMAND = Schema.builder()
            .attribute(Attribute.optional("kms_key_id", Type.STRING)
                    .comparedAs(Forms.KEY)
                    .describedAs("The key that encrypts what goes between client and container."))
            .attribute(Attribute.optional("logging", Type.STRING)
                    .defaultsTo(Value.of("DEFAULT"))
                    .validatedBy(Validation.oneOf("NONE", "DEFAULT", "OVERRIDE"))
                    .describedAs("Where commands are logged; OVERRIDE takes what log_configuration says."))
            .block(BlockType.single("log_configuration", LOG_CONFIGURATION))
            .build();

    private static final Schema MANAGED_STORAGE = Schema.builder()
            .attribute(Attribute.optional("fargate_ephemeral_storage_kms_key_id", Type.STRING)
                    .comparedAs(Forms.KEY))
            .attribute(Attribute.optional("kms_key_id", Type.STRING).comparedAs(Forms.KEY))
            .build();

    static final Schema CONFIGURATION = Schema.builder()
            .block(BlockType.single("execute_command_configuration", EXECUTE_COMMAND))
            .block(BlockType.single("managed_storage_configuration", MANAGED_STORAGE))
            .build();

    static final Schema SERVICE_CONNECT = Schema.builder()
            .attribute(Attribute.required("namespace", Type.STRING)
                    .describedAs("The ARN of the namespace of Cloud Map that services join by default."))
            .build();

    static final Schema SETTING = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING).validatedBy(Validation.oneOf("containerInsights")))
            .attribute(Attribute.required("value", Type.STRING)
                    .validatedBy(Validation.oneOf("enabled", "enhanced", "disabled")))
            .build();

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.required("name", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "[A-Za-z0-9_-]{1," + MAX_NAME_LENGTH + "}",
                                    "up to " + MAX_NAME_LENGTH + " of A-Z a-z 0-9 - _"))
                            .describedAs("The name."))
                    .block(BlockType.single("configuration", CONFIGURATION))
                    .block(BlockType.single("service_connect_defaults", SERVICE_CONNECT))
                    .block(BlockType.set("setting", SETTING))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The ARN."))
                    .attribute(Attribute.computed("arn", Type.STRING)))
            .build();

    public EcsClusterResource() {
        super("aws_ecs_cluster", SCHEMA, ClusterOperations::new);
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public int readBatchSize() {
        return ClusterReader.MAX_PER_CALL;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of("create", Duration.ofMinutes(10), "delete", Duration.ofMinutes(10));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a cluster of containers", "the name", "name", "");
    }
}
