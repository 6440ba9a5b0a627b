package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/**
 * An attribute of an instance that RDS takes as it stands, when the instance is created and, unless it is immutable, when
 * it is modified.
 */
record DbInstanceSetting(
        String attribute,
        BiConsumer<CreateDbInstanceRequest.Builder, DesiredAttributes> create,
        BiConsumer<ModifyDbInstanceRequest.Builder, DesiredAttributes> modify) {
    static final List<DbInstanceSetting> ALL = List.of(
            text("engine", CreateDbInstanceRequest.Builder::engine),
            text(
                    "engine_version",
                    CreateDbInstanceRequest.Builder::engineVersion,
                    ModifyDbInstanceRequest.Builder::engineVersion),
            flag(
                    "auto_minor_version_upgrade",
                    CreateDbInstanceRequest.Builder::autoMinorVersionUpgrade,
                    ModifyDbInstanceRequest.Builder::autoMinorVersionUpgrade),
            text("engine_lifecycle_support", CreateDbInstanceRequest.Builder::engineLifecycleSupport),
            text(
                    "instance_class",
                    CreateDbInstanceRequest.Builder::dbInstanceClass,
                    ModifyDbInstanceRequest.Builder::dbInstanceClass),
            text(
                    "license_model",
                    CreateDbInstanceRequest.Builder::licenseModel,
                    ModifyDbInstanceRequest.Builder::licenseModel),
            text(
                    "parameter_group_name",
                    CreateDbInstanceRequest.Builder::dbParameterGroupName,
                    ModifyDbInstanceRequest.Builder::dbParameterGroupName),
            text(
                    "option_group_name",
                    CreateDbInstanceRequest.Builder::optionGroupName,
                    ModifyDbInstanceRequest.Builder::optionGroupName),
            text("character_set_name", CreateDbInstanceRequest.Builder::characterSetName),
            text("nchar_character_set_name", CreateDbInstanceRequest.Builder::ncharCharacterSetName),
            text("timezone", CreateDbInstanceRequest.Builder::timezone),
            text(
                    "maintenance_window",
                    CreateDbInstanceRequest.Builder::preferredMaintenanceWindow,
                    ModifyDbInstanceRequest.Builder::preferredMaintenanceWindow),
            text(
                    "db_subnet_group_name",
                    CreateDbInstanceRequest.Builder::dbSubnetGroupName,
                    ModifyDbInstanceRequest.Builder::dbSubnetGroupName),
            texts(
                    "vpc_security_group_ids",
                    CreateDbInstanceRequest.Builder::vpcSecurityGroupIds,
                    ModifyDbInstanceRequest.Builder::vpcSecurityGroupIds),
            text("availability_zone", CreateDbInstanceRequest.Builder::availabilityZone),
            flag("multi_az", CreateDbInstanceRequest.Builder::multiAZ, ModifyDbInstanceRequest.Builder::multiAZ),
            number("port", CreateDbInstanceRequest.Builder::port, ModifyDbInstanceRequest.Builder::dbPortNumber),
            flag(
                    "publicly_accessible",
                    CreateDbInstanceRequest.Builder::publiclyAccessible,
                    ModifyDbInstanceRequest.Builder::publiclyAccessible),
            text(
                    "network_type",
                    CreateDbInstanceRequest.Builder::networkType,
                    ModifyDbInstanceRequest.Builder::networkType),
            text(
                    "ca_cert_identifier",
                    CreateDbInstanceRequest.Builder::caCertificateIdentifier,
                    ModifyDbInstanceRequest.Builder::caCertificateIdentifier),
            number(
                    "allocated_storage",
                    CreateDbInstanceRequest.Builder::allocatedStorage,
                    ModifyDbInstanceRequest.Builder::allocatedStorage),
            text(
                    "storage_type",
                    CreateDbInstanceRequest.Builder::storageType,
                    ModifyDbInstanceRequest.Builder::storageType),
            number("iops", CreateDbInstanceRequest.Builder::iops, ModifyDbInstanceRequest.Builder::iops),
            number(
                    "storage_throughput",
                    CreateDbInstanceRequest.Builder::storageThroughput,
                    ModifyDbInstanceRequest.Builder::storageThroughput),
            flag(
                    "dedicated_log_volume",
                    CreateDbInstanceRequest.Builder::dedicatedLogVolume,
                    ModifyDbInstanceRequest.Builder::dedicatedLogVolume),
            flag("storage_encrypted", CreateDbInstanceRequest.Builder::storageEncrypted),
            text("kms_key_id", CreateDbInstanceRequest.Builder::kmsKeyId),
            text("db_name", CreateDbInstanceRequest.Builder::dbName),
            text("username", CreateDbInstanceRequest.Builder::masterUsername),
            text(
                    "master_user_secret_kms_key_id",
                    CreateDbInstanceRequest.Builder::masterUserSecretKmsKeyId,
                    ModifyDbInstanceRequest.Builder::masterUserSecretKmsKeyId),
            flag(
                    "iam_database_authentication_enabled",
                    CreateDbInstanceRequest.Builder::enableIAMDatabaseAuthentication,
                    ModifyDbInstanceRequest.Builder::enableIAMDatabaseAuthentication),
            number(
                    "monitoring_interval",
                    CreateDbInstanceRequest.Builder::monitoringInterval,
                    ModifyDbInstanceRequest.Builder::monitoringInterval),
            text(
                    "monitoring_role_arn",
                    CreateDbInstanceRequest.Builder::monitoringRoleArn,
                    ModifyDbInstanceRequest.Builder::monitoringRoleArn),
            flag(
                    "performance_insights_enabled",
                    CreateDbInstanceRequest.Builder::enablePerformanceInsights,
                    ModifyDbInstanceRequest.Builder::enablePerformanceInsights),
            text(
                    "performance_insights_kms_key_id",
                    CreateDbInstanceRequest.Builder::performanceInsightsKMSKeyId,
                    ModifyDbInstanceRequest.Builder::performanceInsightsKMSKeyId),
            number(
                    "performance_insights_retention_period",
                    CreateDbInstanceRequest.Builder::performanceInsightsRetentionPeriod,
                    ModifyDbInstanceRequest.Builder::performanceInsightsRetentionPeriod),
            text(
                    "database_insights_mode",
                    CreateDbInstanceRequest.Builder::databaseInsightsMode,
                    ModifyDbInstanceRequest.Builder::databaseInsightsMode),
            number(
                    "backup_retention_period",
                    CreateDbInstanceRequest.Builder::backupRetentionPeriod,
                    ModifyDbInstanceRequest.Builder::backupRetentionPeriod),
            text(
                    "backup_window",
                    CreateDbInstanceRequest.Builder::preferredBackupWindow,
                    ModifyDbInstanceRequest.Builder::preferredBackupWindow),
            flag(
                    "copy_tags_to_snapshot",
                    CreateDbInstanceRequest.Builder::copyTagsToSnapshot,
                    ModifyDbInstanceRequest.Builder::copyTagsToSnapshot),
            flag(
                    "deletion_protection",
                    CreateDbInstanceRequest.Builder::deletionProtection,
                    ModifyDbInstanceRequest.Builder::deletionProtection));

    /** Adds what the plan says of a new instance. */
    static void create(CreateDbInstanceRequest.Builder call, DesiredAttributes desired) {
        for (DbInstanceSetting setting : ALL) {
            if (isSet(setting.attribute, desired.attributes())) {
                setting.create.accept(call, desired);
            }
        }
    }

    static boolean isSet(String attribute, MapValue attributes) {
        Value value = attributes.get(attribute);
        return !value.isNull() && !value.isUnknown();
    }

    private static DbInstanceSetting text(
            String attribute,
            BiConsumer<CreateDbInstanceRequest.Builder, String> create,
            BiConsumer<ModifyDbInstanceRequest.Builder, String> modify) {
        return of(attribute, DesiredAttributes::text, create, modify);
    }

    private static DbInstanceSetting text(
            String attribute, BiConsumer<CreateDbInstanceRequest.Builder, String> create) {
        return of(attribute, DesiredAttributes::text, create, (call, value) -> {});
    }

    private static DbInstanceSetting flag(
            String attribute,
            BiConsumer<CreateDbInstanceRequest.Builder, Boolean> create,
            BiConsumer<ModifyDbInstanceRequest.Builder, Boolean> modify) {
        return of(attribute, DesiredAttributes::flag, create, modify);
    }

    private static DbInstanceSetting flag(
            String attribute, BiConsumer<CreateDbInstanceRequest.Builder, Boolean> create) {
        return of(attribute, DesiredAttributes::flag, create, (call, value) -> {});
    }

    private static DbInstanceSetting number(
            String attribute,
            BiConsumer<CreateDbInstanceRequest.Builder, Integer> create,
            BiConsumer<ModifyDbInstanceRequest.Builder, Integer> modify) {
        return of(attribute, DesiredAttributes::number, create, modify);
    }

    private static DbInstanceSetting texts(
            String attribute,
            BiConsumer<CreateDbInstanceRequest.Builder, Collection<String>> create,
            BiConsumer<ModifyDbInstanceRequest.Builder, Collection<String>> modify) {
        return of(attribute, DesiredAttributes::texts, create, modify);
    }

    private static <T> DbInstanceSetting of(
            String attribute,
            BiFunction<DesiredAttributes, String, ? extends T> value,
            BiConsumer<CreateDbInstanceRequest.Builder, T> create,
            BiConsumer<ModifyDbInstanceRequest.Builder, T> modify) {
        return new DbInstanceSetting(
                attribute,
                (call, desired) -> create.accept(call, value.apply(desired, attribute)),
                (call, desired) -> modify.accept(call, value.apply(desired, attribute)));
    }
}
