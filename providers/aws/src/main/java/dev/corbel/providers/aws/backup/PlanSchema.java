package dev.corbel.providers.aws.backup;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.Tags;

/** The attributes and blocks of {@code aws_backup_plan}. */
final class PlanSchema {
    static final Schema LIFECYCLE = Schema.builder()
            .attribute(Attribute.optional("cold_storage_after", Type.NUMBER)
                    .describedAs(
                            "After how many days a backup moves to cold storage, where it stays 90 days at least."))
            .attribute(Attribute.optional("delete_after", Type.NUMBER)
                    .describedAs("After how many days a backup is deleted. Left out, never."))
            .attribute(Attribute.optional("opt_in_to_archive_for_supported_resources", Type.BOOLEAN)
                    .describedAs("Whether snapshots of EBS move to their archive."))
            .build();

    static final Schema COPY_ACTION = Schema.builder()
            .attribute(Attribute.required("destination_vault_arn", Type.STRING)
                    .validatedBy(Validation.matching("arn:[a-z-]+:backup:.+", "the ARN of a backup vault"))
                    .describedAs("The vault that backups are copied to, also in another region."))
            .block(BlockType.single("lifecycle", LIFECYCLE))
            .build();

    static final Schema RULE = Schema.builder()
            .attribute(Attribute.required("rule_name", Type.STRING)
                    .validatedBy(Validation.matching(
                            "[A-Za-z0-9._-]{1,50}", "1 to 50 letters, digits, dots, hyphens and underscores")))
            .attribute(Attribute.required("target_vault_name", Type.STRING).describedAs("Where backups are kept."))
            .attribute(Attribute.optional("schedule", Type.STRING)
                    .describedAs("When, such as cron(0 3 * * ? *). Left out, every day at five."))
            .attribute(Attribute.optional("schedule_expression_timezone", Type.STRING)
                    .defaultsTo(Value.of("Etc/UTC"))
                    .describedAs("The time zone of the schedule."))
            .attribute(Attribute.optional("enable_continuous_backup", Type.BOOLEAN)
                    .describedAs("Whether a point in time can be restored, where the service can do so."))
            .attribute(Attribute.optional("start_window", Type.NUMBER)
                    .defaultsTo(Value.of(60))
                    .describedAs("Within how many minutes a backup must begin."))
            .attribute(Attribute.optional("completion_window", Type.NUMBER)
                    .defaultsTo(Value.of(180))
                    .describedAs("Within how many minutes a backup must be done."))
            .attribute(Attribute.optional("recovery_point_tags", Type.map(Type.STRING))
                    .describedAs("Tags of the backups."))
            .block(BlockType.single("lifecycle", LIFECYCLE))
            .block(BlockType.set("copy_action", COPY_ACTION))
            .build();

    static final Schema ADVANCED_SETTING = Schema.builder()
            .attribute(Attribute.required("backup_options", Type.map(Type.STRING))
                    .describedAs("Such as WindowsVSS = enabled."))
            .attribute(Attribute.required("resource_type", Type.STRING).validatedBy(Validation.oneOf("EC2", "S3")))
            .build();

    static final Schema ALL = Tags.on(Schema.builder()
                    .attribute(Attribute.required("name", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "[A-Za-z0-9._-]{1,50}", "1 to 50 letters, digits, dots, hyphens and underscores")))
                    .block(BlockType.set("rule", RULE).times(1, Integer.MAX_VALUE))
                    .block(BlockType.set("advanced_backup_setting", ADVANCED_SETTING))
                    .attribute(Attribute.computed("id", Type.STRING))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("version", Type.STRING)
                            .describedAs("Another one after each change of the rules.")))
            .build();

    private PlanSchema() {}
}
