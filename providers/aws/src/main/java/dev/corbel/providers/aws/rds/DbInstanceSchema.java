package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.Forms;
import dev.corbel.providers.aws.resource.Tags;
import java.util.Map;

/** The attributes and blocks of {@code aws_db_instance}. */
final class DbInstanceSchema {
    private static final String TIMES = "\\d\\d:\\d\\d-\\d\\d:\\d\\d";
    private static final String DAY = "(?i:mon|tue|wed|thu|fri|sat|sun)";

    static final Schema ALL = Tags.on(
                    computed(recovery(monitoring(credentials(storage(network(engine(Schema.builder()))))))))
            .build();

    private DbInstanceSchema() {}

    private static Schema.Builder engine(Schema.Builder schema) {
        return schema.attribute(Attribute.optionalComputed("identifier", Type.STRING)
                        .validatedBy(Validation.matching(
                                "(?=.{1,63}$)[a-z](-?[a-z0-9])*",
                                "1 to 63 lower-case letters, digits and single hyphens that begin with a letter and end"
                                        + " with a letter or digit"))
                        .describedAs("The name of the instance. Left out, one is made up."))
                .attribute(Attribute.optionalComputed("identifier_prefix", Type.STRING)
                        .immutable()
                        .validatedBy(Validation.matching(
                                "(?=.{1,37}$)[a-z](-?[a-z0-9])*-?",
                                "1 to 37 lower-case letters, digits and single hyphens that begin with a letter"))
                        .describedAs("What a made-up name begins with."))
                .attribute(Attribute.optional("snapshot_identifier", Type.STRING)
                        .immutable()
                        .describedAs("The snapshot, or its ARN, that the instance is restored from."))
                .attribute(Attribute.optionalComputed("engine", Type.STRING)
                        .immutable()
                        .describedAs("The kind of database, such as postgres. A snapshot has its own."))
                .attribute(Attribute.optionalComputed("engine_version", Type.STRING)
                        .describedAs("The version, or what it begins with: 16 fits 16.4."))
                .attribute(Attribute.optional("allow_major_version_upgrade", Type.BOOLEAN)
                        .describedAs("Whether engine_version may move on to another major version."))
                .attribute(flag("auto_minor_version_upgrade", true)
                        .describedAs("Whether AWS installs minor versions in the maintenance window."))
                .attribute(Attribute.optionalComputed("engine_lifecycle_support", Type.STRING)
                        .immutable()
                        .describedAs("Whether AWS supports the version, for money, after its end of life."))
                .attribute(Attribute.required("instance_class", Type.STRING)
                        .describedAs("The kind of machine, such as db.t4g.medium."))
                .attribute(Attribute.optionalComputed("license_model", Type.STRING))
                .attribute(Attribute.optionalComputed("parameter_group_name", Type.STRING))
                .attribute(Attribute.optionalComputed("option_group_name", Type.STRING))
                .attribute(Attribute.optionalComputed("character_set_name", Type.STRING)
                        .immutable())
                .attribute(Attribute.optionalComputed("nchar_character_set_name", Type.STRING)
                        .immutable())
                .attribute(Attribute.optionalComputed("timezone", Type.STRING).immutable())
                .attribute(flag("apply_immediately", false)
                        .describedAs(
                                "Whether changes are made at once, also where the database is away for a while; else in"
                                        + " the maintenance window."))
                .attribute(Attribute.optionalComputed("maintenance_window", Type.STRING)
                        .comparedAs(Forms.LOWER_CASE)
                        .validatedBy(Validation.matching(
                                DAY + ":\\d\\d:\\d\\d-" + DAY + ":\\d\\d:\\d\\d",
                                "days and times in UTC such as sun:03:00-sun:04:00")));
    }

    private static Schema.Builder network(Schema.Builder schema) {
        return schema.attribute(Attribute.optionalComputed("db_subnet_group_name", Type.STRING)
                        .describedAs("The subnets that the instance may be in."))
                .attribute(Attribute.optionalComputed("vpc_security_group_ids", Type.set(Type.STRING)))
                .attribute(
                        Attribute.optionalComputed("availability_zone", Type.STRING)
                                .describedAs(
                                        "A zone to stay in. With multi_az AWS chooses, and changes when the standby takes over."))
                .attribute(Attribute.optionalComputed("multi_az", Type.BOOLEAN)
                        .describedAs("Whether a standby in another zone takes over when this one fails."))
                .attribute(Attribute.optionalComputed("port", Type.NUMBER).validatedBy(Validation.between(1150, 65535)))
                .attribute(flag("publicly_accessible", false)
                        .guarded()
                        .describedAs("Whether the instance has an address in the internet."))
                .attribute(Attribute.optionalComputed("network_type", Type.STRING)
                        .validatedBy(Validation.oneOf("IPV4", "DUAL")))
                .attribute(Attribute.optionalComputed("ca_cert_identifier", Type.STRING)
                        .describedAs("The authority that signs the server's certificate."));
    }

    private static Schema.Builder storage(Schema.Builder schema) {
        return schema.attribute(Attribute.optionalComputed("allocated_storage", Type.NUMBER)
                        .validatedBy(Validation.between(5, 65536))
                        .describedAs("In GiB. What autoscaling adds is no difference."))
                .attribute(Attribute.optional("max_allocated_storage", Type.NUMBER)
                        .validatedBy(Validation.between(0, 65536))
                        .describedAs("How far storage grows by itself, in GiB; 0 or nothing for not at all."))
                .attribute(Attribute.optionalComputed("storage_type", Type.STRING)
                        .validatedBy(Validation.oneOf("standard", "gp2", "gp3", "io1", "io2")))
                .attribute(Attribute.optionalComputed("iops", Type.NUMBER))
                .attribute(Attribute.optionalComputed("storage_throughput", Type.NUMBER)
                        .describedAs("In MiB per second, for gp3."))
                .attribute(flag("dedicated_log_volume", false))
                .attribute(flag("storage_encrypted", false).immutable().guarded())
                .attribute(Attribute.optionalComputed("kms_key_id", Type.STRING)
                        .comparedAs(Forms.KEY)
                        .immutable()
                        .validatedBy(Validation.matching("arn:[a-z-]+:kms:.+", "the ARN of a key"))
                        .describedAs("The key of storage_encrypted. Left out, that of AWS for RDS."));
    }

    private static Schema.Builder credentials(Schema.Builder schema) {
        return schema.attribute(Attribute.optionalComputed("db_name", Type.STRING)
                        .immutable()
                        .describedAs("A database to create in the instance."))
                .attribute(Attribute.optionalComputed("username", Type.STRING)
                        .immutable()
                        .describedAs("The user who may do everything."))
                .attribute(Attribute.optional("password", Type.STRING)
                        .sensitive()
                        .describedAs("The user's password. It stands in state: better is manage_master_user_password."))
                .attribute(Attribute.optional("password_wo", Type.STRING)
                        .sensitive()
                        .writeOnly()
                        .describedAs("The user's password, which is not stored."))
                .attribute(Attribute.optional("password_wo_version", Type.NUMBER)
                        .describedAs("Another number sends password_wo again."))
                .attribute(Attribute.optional("manage_master_user_password", Type.BOOLEAN)
                        .describedAs("Whether AWS makes the password up, keeps it as a secret, and changes it."))
                .attribute(Attribute.optionalComputed("master_user_secret_kms_key_id", Type.STRING)
                        .comparedAs(Forms.KEY)
                        .describedAs("The key that the secret is encrypted with."))
                .attribute(Attribute.computed(
                        "master_user_secret",
                        Type.list(Type.object(Map.of(
                                "secret_arn", Type.STRING,
                                "secret_status", Type.STRING,
                                "kms_key_id", Type.STRING)))))
                .attribute(flag("iam_database_authentication_enabled", false));
    }

    private static Schema.Builder monitoring(Schema.Builder schema) {
        return schema.attribute(Attribute.optional("enabled_cloudwatch_logs_exports", Type.set(Type.STRING))
                        .describedAs("Logs to send to CloudWatch, such as postgresql and upgrade."))
                .attribute(Attribute.optional("monitoring_interval", Type.NUMBER)
                        .defaultsTo(Value.of(0))
                        .validatedBy(value -> Validation.oneOf("0", "1", "5", "10", "15", "30", "60")
                                .problem(Value.of(value.toString())))
                        .describedAs("Seconds between measurements of the operating system; 0 for none."))
                .attribute(Attribute.optionalComputed("monitoring_role_arn", Type.STRING))
                .attribute(flag("performance_insights_enabled", false))
                .attribute(Attribute.optionalComputed("performance_insights_kms_key_id", Type.STRING)
                        .comparedAs(Forms.KEY))
                .attribute(Attribute.optionalComputed("performance_insights_retention_period", Type.NUMBER)
                        .describedAs("In days: 7, 731, or a multiple of 31."))
                .attribute(Attribute.optionalComputed("database_insights_mode", Type.STRING)
                        .validatedBy(Validation.oneOf("standard", "advanced")));
    }

    private static Schema.Builder recovery(Schema.Builder schema) {
        return schema.attribute(Attribute.optionalComputed("backup_retention_period", Type.NUMBER)
                        .validatedBy(Validation.between(0, 35))
                        .describedAs("In days; 0 for no backups."))
                .attribute(Attribute.optionalComputed("backup_window", Type.STRING)
                        .validatedBy(Validation.matching(TIMES, "times in UTC such as 01:00-02:00")))
                .attribute(flag("copy_tags_to_snapshot", false))
                .attribute(flag("delete_automated_backups", true).describedAs("Whether backups go with the instance."))
                .attribute(flag("deletion_protection", false)
                        .guarded()
                        .describedAs("Whether AWS refuses to delete the instance."))
                .attribute(flag("skip_final_snapshot", false)
                        .describedAs("Whether the instance is deleted without a last snapshot."))
                .attribute(Attribute.optional("final_snapshot_identifier_prefix", Type.STRING)
                        .validatedBy(Validation.matching(
                                "[A-Za-z](?!.*--)[A-Za-z0-9-]{0,228}",
                                "up to 229 letters, digits and single hyphens that begin with a letter"))
                        .describedAs("What the name of the last snapshot begins with; the rest is made up."))
                .attribute(Attribute.optional("final_snapshot_identifier", Type.STRING)
                        .validatedBy(Validation.matching(
                                "[A-Za-z](-?[A-Za-z0-9])*",
                                "letters, digits and single hyphens that begin with a letter and end with a letter or"
                                        + " digit"))
                        .describedAs("The name of the last snapshot."));
    }

    private static Schema.Builder computed(Schema.Builder schema) {
        return schema.attribute(Attribute.computed("id", Type.STRING)
                        .describedAs("The same as resource_id, as in Terraform since its provider's version 5."))
                .attribute(
                        Attribute.computed("resource_id", Type.STRING).describedAs("What no other instance ever has."))
                .attribute(Attribute.computed("arn", Type.STRING))
                .attribute(Attribute.computed("address", Type.STRING))
                .attribute(Attribute.computed("endpoint", Type.STRING).describedAs("Address and port."))
                .attribute(Attribute.computed("hosted_zone_id", Type.STRING)
                        .describedAs("The zone of Route 53 for aliases to the address."))
                .attribute(Attribute.computed("engine_version_actual", Type.STRING))
                .attribute(
                        Attribute.computed("replicas", Type.list(Type.STRING)).describedAs("The read replicas."))
                .attribute(Attribute.computed("status", Type.STRING));
    }

    private static Attribute.Builder flag(String name, boolean otherwise) {
        return Attribute.optional(name, Type.BOOLEAN).defaultsTo(Value.of(otherwise));
    }
}
