package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.NamedReader;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.Endpoint;
import software.amazon.awssdk.services.rds.model.MasterUserSecret;
import software.amazon.awssdk.services.rds.model.OptionGroupMembership;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** Reads instances. What waits for the maintenance window is shown as if it were done. */
final class DbInstanceReader implements NamedReader<DBInstance> {
    private final AwsSession session;
    private final RdsClient rds;

    DbInstanceReader(AwsSession session) {
        this.session = session;
        this.rds = Rds.client(session);
    }

    /** Those of clusters are listed, too; they are of another type. */
    @Override
    public Map<String, DBInstance> all() {
        Map<String, DBInstance> all = new LinkedHashMap<>();
        rds.describeDBInstancesPaginator().dbInstances().stream()
                .filter(instance -> instance.dbClusterIdentifier() == null)
                .forEach(instance -> all.put(instance.dbInstanceIdentifier(), instance));
        return all;
    }

    @Override
    public Optional<DBInstance> find(String identifier) {
        return Rds.ifFound(() -> rds.describeDBInstances(request -> request.dbInstanceIdentifier(identifier)))
                .flatMap(answer -> answer.dbInstances().stream().findFirst());
    }

    @Override
    public Map<String, String> tags(DBInstance instance) {
        return RdsTags.map(instance.tagList());
    }

    @Override
    public ObjectState show(DBInstance described, Map<String, String> tags, MapValue known) {
        DBInstance instance = PendingChanges.done(described);
        DesiredAttributes before = new DesiredAttributes(known);
        Attributes attributes = new Attributes(DbInstanceSchema.ALL)
                .from(known)
                .text("password_wo", null)
                .text("id", instance.dbiResourceId())
                .text("resource_id", instance.dbiResourceId())
                .text("identifier", instance.dbInstanceIdentifier())
                .text("arn", instance.dbInstanceArn())
                .text("status", instance.dbInstanceStatus())
                .value("replicas", Attributes.setOf(texts(instance.readReplicaDBInstanceIdentifiers())));
        engine(attributes, instance, before);
        network(attributes, instance);
        storage(attributes, instance, before);
        access(attributes, instance, before);
        operation(attributes, instance, before);
        Tags.show(attributes, tags, known, session);
        return attributes.object();
    }

    private static void engine(Attributes attributes, DBInstance instance, DesiredAttributes before) {
        attributes
                .text("engine", instance.engine())
                .text(
                        "engine_version",
                        JsonText.shown(before.text("engine_version"), instance.engineVersion(), DbInstanceReader::fits))
                .text("engine_version_actual", instance.engineVersion())
                .flag("auto_minor_version_upgrade", instance.autoMinorVersionUpgrade())
                .text("engine_lifecycle_support", instance.engineLifecycleSupport())
                .text("instance_class", instance.dbInstanceClass())
                .text("license_model", instance.licenseModel())
                .text(
                        "parameter_group_name",
                        first(instance.dbParameterGroups().stream()
                                .map(DBParameterGroupStatus::dbParameterGroupName)
                                .toList()))
                .text(
                        "option_group_name",
                        first(instance.optionGroupMemberships().stream()
                                .map(OptionGroupMembership::optionGroupName)
                                .toList()))
                .text("character_set_name", instance.characterSetName())
                .text("nchar_character_set_name", instance.ncharCharacterSetName())
                .text("timezone", instance.timezone());
    }

    /** Whether a version is of those that the definition means: 16.4 fits 16. */
    static boolean fits(String meant, String actual) {
        return actual.equals(meant) || actual.startsWith(meant + ".");
    }

    private static void network(Attributes attributes, DBInstance instance) {
        Optional<Endpoint> endpoint = Optional.ofNullable(instance.endpoint());
        attributes
                .text(
                        "db_subnet_group_name",
                        instance.dbSubnetGroup() == null
                                ? null
                                : instance.dbSubnetGroup().dbSubnetGroupName())
                .set(
                        "vpc_security_group_ids",
                        instance.vpcSecurityGroups().stream()
                                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                                .toList())
                .text("availability_zone", instance.availabilityZone())
                .flag("multi_az", Boolean.TRUE.equals(instance.multiAZ()))
                .number("port", endpoint.map(Endpoint::port).orElse(instance.dbInstancePort()))
                .text("address", endpoint.map(Endpoint::address).orElse(null))
                .text(
                        "endpoint",
                        endpoint.map(one -> one.address() + ":" + one.port()).orElse(null))
                .text("hosted_zone_id", endpoint.map(Endpoint::hostedZoneId).orElse(null))
                .flag("publicly_accessible", Boolean.TRUE.equals(instance.publiclyAccessible()))
                .text("network_type", instance.networkType())
                .text("ca_cert_identifier", instance.caCertificateIdentifier());
    }

    private static void storage(Attributes attributes, DBInstance instance, DesiredAttributes before) {
        Integer most = instance.maxAllocatedStorage();
        Integer meant = before.number("allocated_storage");
        Integer size = instance.allocatedStorage();
        boolean grown = most != null && meant != null && size != null && size > meant;
        boolean neverGrows = most == null && Integer.valueOf(0).equals(before.number("max_allocated_storage"));
        attributes
                .number("allocated_storage", grown ? meant : size)
                .number("max_allocated_storage", neverGrows ? Integer.valueOf(0) : most)
                .text("storage_type", instance.storageType())
                .number("iops", instance.iops())
                .number("storage_throughput", instance.storageThroughput())
                .flag("dedicated_log_volume", Boolean.TRUE.equals(instance.dedicatedLogVolume()))
                .flag("storage_encrypted", Boolean.TRUE.equals(instance.storageEncrypted()))
                .text("kms_key_id", instance.kmsKeyId());
    }

    private static void access(Attributes attributes, DBInstance instance, DesiredAttributes before) {
        Optional<MasterUserSecret> secret = Optional.ofNullable(instance.masterUserSecret());
        Boolean managed = Boolean.TRUE.equals(before.flag("manage_master_user_password"))
                ? null
                : before.flag("manage_master_user_password");
        attributes
                .text("db_name", instance.dbName())
                .text("username", instance.masterUsername())
                .flag("manage_master_user_password", secret.isPresent() ? Boolean.TRUE : managed)
                .text(
                        "master_user_secret_kms_key_id",
                        secret.map(MasterUserSecret::kmsKeyId).orElse(null))
                .value(
                        "master_user_secret",
                        secret.map(DbInstanceReader::secret).orElse(ListValue.EMPTY))
                .flag(
                        "iam_database_authentication_enabled",
                        Boolean.TRUE.equals(instance.iamDatabaseAuthenticationEnabled()));
    }

    private static ListValue secret(MasterUserSecret secret) {
        Map<String, Value> entries = new LinkedHashMap<>();
        entries.put("secret_arn", value(secret.secretArn()));
        entries.put("secret_status", value(secret.secretStatus()));
        entries.put("kms_key_id", value(secret.kmsKeyId()));
        return Value.list(new MapValue(entries));
    }

    private static void operation(Attributes attributes, DBInstance instance, DesiredAttributes before) {
        List<String> logs = instance.enabledCloudwatchLogsExports();
        boolean none = logs.isEmpty()
                && before.attributes().get("enabled_cloudwatch_logs_exports").isNull();
        Integer interval = instance.monitoringInterval();
        attributes
                .value("enabled_cloudwatch_logs_exports", none ? Value.ofNull() : Attributes.setOf(texts(logs)))
                .number("monitoring_interval", interval == null ? Integer.valueOf(0) : interval)
                .text("monitoring_role_arn", instance.monitoringRoleArn())
                .flag("performance_insights_enabled", Boolean.TRUE.equals(instance.performanceInsightsEnabled()))
                .text("performance_insights_kms_key_id", instance.performanceInsightsKMSKeyId())
                .number("performance_insights_retention_period", instance.performanceInsightsRetentionPeriod())
                .text("database_insights_mode", instance.databaseInsightsModeAsString())
                .number("backup_retention_period", instance.backupRetentionPeriod())
                .text("backup_window", instance.preferredBackupWindow())
                .text(
                        "maintenance_window",
                        JsonText.shown(
                                before.text("maintenance_window"),
                                instance.preferredMaintenanceWindow(),
                                String::equalsIgnoreCase))
                .flag("copy_tags_to_snapshot", Boolean.TRUE.equals(instance.copyTagsToSnapshot()))
                .flag("deletion_protection", Boolean.TRUE.equals(instance.deletionProtection()))
                .flag("apply_immediately", before.isTrue("apply_immediately"))
                // Of an imported instance nobody knows these, and it shall be possible to delete it.
                .flag("skip_final_snapshot", !Boolean.FALSE.equals(before.flag("skip_final_snapshot")))
                .flag("delete_automated_backups", !Boolean.FALSE.equals(before.flag("delete_automated_backups")));
    }

    private static List<Value> texts(List<String> texts) {
        return texts.stream().map(Value::of).toList();
    }

    private static Value value(@Nullable String text) {
        return text == null ? Value.ofNull() : Value.of(text);
    }

    private static @Nullable String first(List<String> texts) {
        return texts.isEmpty() ? null : texts.get(0);
    }
}
