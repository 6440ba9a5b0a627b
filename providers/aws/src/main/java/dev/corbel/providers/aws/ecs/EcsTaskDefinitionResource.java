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
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.Set;

/** {@code aws_ecs_task_definition}: a revision of what a task consists of. It never changes; a change makes a new one. */
public final class EcsTaskDefinitionResource extends AwsResourceType {
    static final Schema EPHEMERAL_STORAGE = Schema.builder()
            .attribute(Attribute.required("size_in_gib", Type.NUMBER).validatedBy(Validation.between(21, 200)))
            .build();

    static final Schema RUNTIME_PLATFORM = Schema.builder()
            .attribute(Attribute.optional("cpu_architecture", Type.STRING)
                    .validatedBy(Validation.oneOf("X86_64", "ARM64")))
            .attribute(Attribute.optional("operating_system_family", Type.STRING)
                    .describedAs("Such as LINUX or WINDOWS_SERVER_2022_CORE."))
            .build();

    private static final Schema EFS_AUTHORIZATION = Schema.builder()
            .attribute(Attribute.optional("access_point_id", Type.STRING))
            .attribute(Attribute.optional("iam", Type.STRING).validatedBy(Validation.oneOf("ENABLED", "DISABLED")))
            .build();

    private static final Schema EFS_VOLUME = Schema.builder()
            .attribute(Attribute.required("file_system_id", Type.STRING))
            .attribute(Attribute.optional("root_directory", Type.STRING).defaultsTo(Value.of("/")))
            .attribute(Attribute.optional("transit_encryption", Type.STRING)
                    .validatedBy(Validation.oneOf("ENABLED", "DISABLED")))
            .attribute(Attribute.optional("transit_encryption_port", Type.NUMBER)
                    .validatedBy(Validation.between(1, 65535)))
            .block(BlockType.single("authorization_config", EFS_AUTHORIZATION))
            .build();

    static final Schema VOLUME = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING))
            .attribute(Attribute.optional("host_path", Type.STRING)
                    .describedAs("A folder of the machine, where tasks run on machines of yours."))
            .attribute(Attribute.optional("configure_at_launch", Type.BOOLEAN)
                    .describedAs("Whether the service says what the volume is."))
            .block(BlockType.single("efs_volume_configuration", EFS_VOLUME))
            .build();

    private static final Schema RETENTION = Schema.builder()
            .attribute(Attribute.required("cluster", Type.STRING)
                    .comparedAs(Forms.NAME)
                    .describedAs("The cluster whose services use the family."))
            .attribute(Attribute.optional("revisions", Type.NUMBER)
                    .defaultsTo(Value.of(5))
                    .validatedBy(Validation.between(1, 1000))
                    .describedAs("How many of the newest stay active while one of them uses it."))
            .build();

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.required("family", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching("[A-Za-z0-9_-]{1,255}", "up to 255 of A-Z a-z 0-9 - _"))
                            .describedAs("The name that all revisions share."))
                    .attribute(Attribute.required("container_definitions", Type.STRING)
                            .immutable()
                            .validatedBy(ContainerDefinitions.VALID)
                            .describedAs("The containers, as JSON that ECS's RegisterTaskDefinition takes."))
                    .attribute(size("cpu", "CPU units, such as 256").describedAs("1024 for each virtual processor."))
                    .attribute(size("memory", "MiB, such as 512").describedAs("In MiB."))
                    .attribute(Attribute.optional("execution_role_arn", Type.STRING)
                            .immutable()
                            .describedAs("What ECS may do for the task: pull images, read secrets, write logs."))
                    .attribute(Attribute.optional("task_role_arn", Type.STRING)
                            .immutable()
                            .describedAs("What the containers themselves may do."))
                    .attribute(Attribute.optionalComputed("network_mode", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.oneOf("awsvpc", "bridge", "host", "none"))
                            .describedAs("Fargate takes awsvpc alone."))
                    .attribute(Attribute.optional("requires_compatibilities", Type.set(Type.STRING))
                            .immutable()
                            .describedAs("Where it must be able to run: EC2, FARGATE, EXTERNAL."))
                    .attribute(Attribute.optional("ipc_mode", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.oneOf("host", "task", "none")))
                    .attribute(Attribute.optional("pid_mode", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.oneOf("host", "task")))
                    .attribute(Attribute.optional("enable_fault_injection", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .immutable())
                    .attribute(Attribute.optional("skip_destroy", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .describedAs("Whether the revision stays active when it is replaced or deleted here."))
                    .block(BlockType.single("retention", RETENTION).orNone())
                    .block(BlockType.single("ephemeral_storage", EPHEMERAL_STORAGE)
                            .asImmutable())
                    .block(BlockType.single("runtime_platform", RUNTIME_PLATFORM)
                            .asImmutable())
                    .block(BlockType.set("volume", VOLUME).asImmutable())
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The family."))
                    .attribute(Attribute.computed("arn", Type.STRING).describedAs("The ARN of this revision."))
                    .attribute(Attribute.computed("arn_without_revision", Type.STRING))
                    .attribute(Attribute.computed("revision", Type.NUMBER)))
            .build();

    public EcsTaskDefinitionResource() {
        super("aws_ecs_task_definition", SCHEMA, TaskDefinitionOperations::new);
    }

    private static Attribute.Builder size(String name, String unit) {
        return Attribute.optional(name, Type.STRING)
                .immutable()
                .validatedBy(Validation.matching("\\d+", "a number of " + unit));
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
    }

    /** Read one by one, but many at a time. */
    @Override
    public int readBatchSize() {
        return 100;
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue proposed = request.proposed();
        ContainerDefinitions meaning =
                new ContainerDefinitions(proposed.text("network_mode").orElse(null));
        MapValue planned = JsonText.keepSame(proposed, request.prior(), "container_definitions", meaning::same);
        return new PlannedObject(planned.with("id", planned.get("family")), Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a revision of the description of a task",
                "the ARN with its revision",
                "tag",
                "`track_latest`, what only machines of your own take: `docker_volume_configuration`,"
                        + " `fsx_windows_file_server_volume_configuration`, `inference_accelerator`,"
                        + " `placement_constraints`, `proxy_configuration`");
    }
}
