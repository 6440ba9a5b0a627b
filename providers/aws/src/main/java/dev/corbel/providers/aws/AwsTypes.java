package dev.corbel.providers.aws;

import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.aws.acm.AcmCertificateResource;
import dev.corbel.providers.aws.acm.AcmCertificateValidationResource;
import dev.corbel.providers.aws.autoscaling.AppautoscalingPolicyResource;
import dev.corbel.providers.aws.autoscaling.AppautoscalingTargetResource;
import dev.corbel.providers.aws.backup.BackupPlanResource;
import dev.corbel.providers.aws.backup.BackupSelectionResource;
import dev.corbel.providers.aws.backup.BackupVaultResource;
import dev.corbel.providers.aws.cloudwatch.CloudwatchMetricAlarmResource;
import dev.corbel.providers.aws.ec2.AmiData;
import dev.corbel.providers.aws.ec2.AvailabilityZones;
import dev.corbel.providers.aws.ec2.EipResource;
import dev.corbel.providers.aws.ec2.InternetGatewayResource;
import dev.corbel.providers.aws.ec2.NatGatewayResource;
import dev.corbel.providers.aws.ec2.RegionData;
import dev.corbel.providers.aws.ec2.RouteResource;
import dev.corbel.providers.aws.ec2.RouteTableAssociationResource;
import dev.corbel.providers.aws.ec2.RouteTableResource;
import dev.corbel.providers.aws.ec2.SecurityGroupResource;
import dev.corbel.providers.aws.ec2.SubnetResource;
import dev.corbel.providers.aws.ec2.SubnetsData;
import dev.corbel.providers.aws.ec2.VpcData;
import dev.corbel.providers.aws.ec2.VpcEndpointResource;
import dev.corbel.providers.aws.ec2.VpcResource;
import dev.corbel.providers.aws.ec2.VpcSecurityGroupRuleResource;
import dev.corbel.providers.aws.ecs.EcsClusterResource;
import dev.corbel.providers.aws.ecs.EcsServiceResource;
import dev.corbel.providers.aws.ecs.EcsServiceStopResource;
import dev.corbel.providers.aws.ecs.EcsTaskDefinitionResource;
import dev.corbel.providers.aws.ecs.EcsTaskRunResource;
import dev.corbel.providers.aws.elb.LbListenerResource;
import dev.corbel.providers.aws.elb.LbListenerRuleResource;
import dev.corbel.providers.aws.elb.LbResource;
import dev.corbel.providers.aws.elb.LbTargetGroupResource;
import dev.corbel.providers.aws.iam.IamPolicyResource;
import dev.corbel.providers.aws.iam.IamRolePolicyAttachmentResource;
import dev.corbel.providers.aws.iam.IamRolePolicyResource;
import dev.corbel.providers.aws.iam.IamRoleResource;
import dev.corbel.providers.aws.iam.PolicyDocumentData;
import dev.corbel.providers.aws.kms.KmsAliasResource;
import dev.corbel.providers.aws.kms.KmsKeyResource;
import dev.corbel.providers.aws.logs.CloudwatchLogGroupResource;
import dev.corbel.providers.aws.rds.DbInstanceAutomatedBackupsReplicationResource;
import dev.corbel.providers.aws.rds.DbInstanceResource;
import dev.corbel.providers.aws.rds.DbParameterGroupResource;
import dev.corbel.providers.aws.rds.DbSubnetGroupResource;
import dev.corbel.providers.aws.route53.Route53RecordResource;
import dev.corbel.providers.aws.route53.Route53ZoneResource;
import dev.corbel.providers.aws.s3.S3BucketLifecycleConfigurationResource;
import dev.corbel.providers.aws.s3.S3BucketPolicyResource;
import dev.corbel.providers.aws.s3.S3BucketPublicAccessBlockResource;
import dev.corbel.providers.aws.s3.S3BucketReplicationConfigurationResource;
import dev.corbel.providers.aws.s3.S3BucketResource;
import dev.corbel.providers.aws.s3.S3BucketServerSideEncryptionConfigurationResource;
import dev.corbel.providers.aws.s3.S3BucketVersioningResource;
import dev.corbel.providers.aws.secrets.SecretsmanagerSecretResource;
import dev.corbel.providers.aws.secrets.SecretsmanagerSecretVersionResource;
import dev.corbel.providers.aws.sqs.SqsQueueResource;
import dev.corbel.providers.aws.sts.CallerIdentity;
import dev.corbel.providers.aws.sts.Partition;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All types, each built when it is first asked for. A new type is a line here. */
final class AwsTypes {
    private static final Service ACM = new Service("acm", 8);
    private static final Service AUTO_SCALING = new Service("application-autoscaling", 8);
    private static final Service BACKUP = new Service("backup", 8);
    private static final Service CLOUD_WATCH = new Service("monitoring", 8);
    private static final Service EC2 = new Service("ec2", 16);
    private static final Service ECS = new Service("ecs", 8);
    private static final Service ELB = new Service("elasticloadbalancing", 8);
    private static final Service IAM = new Service("iam", 10);
    private static final Service KMS = new Service("kms", 16);
    private static final Service LOGS = new Service("logs", 8);
    private static final Service RDS = new Service("rds", 16);
    private static final Service ROUTE53 = new Service("route53", 4);
    private static final Service S3 = new Service("s3", 32);
    private static final Service SECRETS = new Service("secretsmanager", 16);
    private static final Service SQS = new Service("sqs", 16);
    private static final Service STS = new Service("sts", 4);

    static final Map<String, Entry<ResourceType>> RESOURCES = sorted(Map.ofEntries(
            Map.entry("aws_acm_certificate", new Entry<>(ACM, AcmCertificateResource::new)),
            Map.entry("aws_acm_certificate_validation", new Entry<>(ACM, AcmCertificateValidationResource::new)),
            Map.entry("aws_appautoscaling_policy", new Entry<>(AUTO_SCALING, AppautoscalingPolicyResource::new)),
            Map.entry("aws_appautoscaling_target", new Entry<>(AUTO_SCALING, AppautoscalingTargetResource::new)),
            Map.entry("aws_backup_plan", new Entry<>(BACKUP, BackupPlanResource::new)),
            Map.entry("aws_backup_selection", new Entry<>(BACKUP, BackupSelectionResource::new)),
            Map.entry("aws_backup_vault", new Entry<>(BACKUP, BackupVaultResource::new)),
            Map.entry("aws_cloudwatch_log_group", new Entry<>(LOGS, CloudwatchLogGroupResource::new)),
            Map.entry("aws_cloudwatch_metric_alarm", new Entry<>(CLOUD_WATCH, CloudwatchMetricAlarmResource::new)),
            Map.entry("aws_db_instance", new Entry<>(RDS, DbInstanceResource::new)),
            Map.entry(
                    "aws_db_instance_automated_backups_replication",
                    new Entry<>(RDS, DbInstanceAutomatedBackupsReplicationResource::new)),
            Map.entry("aws_db_parameter_group", new Entry<>(RDS, DbParameterGroupResource::new)),
            Map.entry("aws_db_subnet_group", new Entry<>(RDS, DbSubnetGroupResource::new)),
            Map.entry("aws_ecs_cluster", new Entry<>(ECS, EcsClusterResource::new)),
            Map.entry("aws_ecs_service", new Entry<>(ECS, EcsServiceResource::new)),
            Map.entry("aws_ecs_service_stop", new Entry<>(ECS, EcsServiceStopResource::new)),
            Map.entry("aws_ecs_task_definition", new Entry<>(ECS, EcsTaskDefinitionResource::new)),
            Map.entry("aws_ecs_task_run", new Entry<>(ECS, EcsTaskRunResource::new)),
            Map.entry("aws_eip", new Entry<>(EC2, EipResource::new)),
            Map.entry("aws_iam_policy", new Entry<>(IAM, IamPolicyResource::new)),
            Map.entry("aws_iam_role", new Entry<>(IAM, IamRoleResource::new)),
            Map.entry("aws_iam_role_policy", new Entry<>(IAM, IamRolePolicyResource::new)),
            Map.entry("aws_iam_role_policy_attachment", new Entry<>(IAM, IamRolePolicyAttachmentResource::new)),
            Map.entry("aws_internet_gateway", new Entry<>(EC2, InternetGatewayResource::new)),
            Map.entry("aws_kms_alias", new Entry<>(KMS, KmsAliasResource::new)),
            Map.entry("aws_kms_key", new Entry<>(KMS, KmsKeyResource::new)),
            Map.entry("aws_lb", new Entry<>(ELB, LbResource::new)),
            Map.entry("aws_lb_listener", new Entry<>(ELB, LbListenerResource::new)),
            Map.entry("aws_lb_listener_rule", new Entry<>(ELB, LbListenerRuleResource::new)),
            Map.entry("aws_lb_target_group", new Entry<>(ELB, LbTargetGroupResource::new)),
            Map.entry("aws_nat_gateway", new Entry<>(EC2, NatGatewayResource::new)),
            Map.entry("aws_route", new Entry<>(EC2, RouteResource::new)),
            Map.entry("aws_route53_record", new Entry<>(ROUTE53, Route53RecordResource::new)),
            Map.entry("aws_route53_zone", new Entry<>(ROUTE53, Route53ZoneResource::new)),
            Map.entry("aws_route_table", new Entry<>(EC2, RouteTableResource::new)),
            Map.entry("aws_route_table_association", new Entry<>(EC2, RouteTableAssociationResource::new)),
            Map.entry("aws_s3_bucket", new Entry<>(S3, S3BucketResource::new)),
            Map.entry(
                    "aws_s3_bucket_lifecycle_configuration",
                    new Entry<>(S3, S3BucketLifecycleConfigurationResource::new)),
            Map.entry("aws_s3_bucket_policy", new Entry<>(S3, S3BucketPolicyResource::new)),
            Map.entry("aws_s3_bucket_public_access_block", new Entry<>(S3, S3BucketPublicAccessBlockResource::new)),
            Map.entry(
                    "aws_s3_bucket_replication_configuration",
                    new Entry<>(S3, S3BucketReplicationConfigurationResource::new)),
            Map.entry(
                    "aws_s3_bucket_server_side_encryption_configuration",
                    new Entry<>(S3, S3BucketServerSideEncryptionConfigurationResource::new)),
            Map.entry("aws_s3_bucket_versioning", new Entry<>(S3, S3BucketVersioningResource::new)),
            Map.entry("aws_secretsmanager_secret", new Entry<>(SECRETS, SecretsmanagerSecretResource::new)),
            Map.entry(
                    "aws_secretsmanager_secret_version",
                    new Entry<>(SECRETS, SecretsmanagerSecretVersionResource::new)),
            Map.entry("aws_security_group", new Entry<>(EC2, SecurityGroupResource::new)),
            Map.entry("aws_sqs_queue", new Entry<>(SQS, SqsQueueResource::new)),
            Map.entry("aws_subnet", new Entry<>(EC2, SubnetResource::new)),
            Map.entry("aws_vpc", new Entry<>(EC2, VpcResource::new)),
            Map.entry("aws_vpc_endpoint", new Entry<>(EC2, VpcEndpointResource::new)),
            Map.entry("aws_vpc_security_group_egress_rule", new Entry<>(EC2, VpcSecurityGroupRuleResource::egress)),
            Map.entry("aws_vpc_security_group_ingress_rule", new Entry<>(EC2, VpcSecurityGroupRuleResource::ingress))));

    static final Map<String, Entry<DataSourceType>> DATA_SOURCES = sorted(Map.ofEntries(
            Map.entry("aws_ami", new Entry<>(EC2, AmiData::type)),
            Map.entry("aws_availability_zones", new Entry<>(EC2, AvailabilityZones::type)),
            Map.entry("aws_caller_identity", new Entry<>(STS, CallerIdentity::type)),
            Map.entry("aws_iam_policy_document", new Entry<>(IAM, PolicyDocumentData::type)),
            Map.entry("aws_partition", new Entry<>(STS, Partition::type)),
            Map.entry("aws_region", new Entry<>(EC2, RegionData::type)),
            Map.entry("aws_subnets", new Entry<>(EC2, SubnetsData::type)),
            Map.entry("aws_vpc", new Entry<>(EC2, VpcData::type))));

    private static final Map<String, ResourceType> BUILT_RESOURCES = new ConcurrentHashMap<>();
    private static final Map<String, DataSourceType> BUILT_DATA_SOURCES = new ConcurrentHashMap<>();

    /**
     * A service as the engine queues for it.
     *
     * @param calls how many calls at once one account and region takes
     */
    record Service(String name, int calls) {}

    record Entry<T>(Service service, Supplier<T> type) {}

    private AwsTypes() {}

    private static <T> Map<String, Entry<T>> sorted(Map<String, Entry<T>> entries) {
        return Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    static Optional<ResourceType> resource(String name) {
        return Optional.ofNullable(RESOURCES.get(name))
                .map(entry -> BUILT_RESOURCES.computeIfAbsent(
                        name, key -> entry.type().get()));
    }

    static Optional<DataSourceType> dataSource(String name) {
        return Optional.ofNullable(DATA_SOURCES.get(name))
                .map(entry -> BUILT_DATA_SOURCES.computeIfAbsent(
                        name, key -> entry.type().get()));
    }

    /** The service that a type belongs to, with its limit. */
    static ConcurrencyKey service(String type) {
        Entry<?> entry = RESOURCES.containsKey(type) ? RESOURCES.get(type) : DATA_SOURCES.get(type);
        if (entry == null) {
            throw new IllegalArgumentException("no type of AWS: " + type);
        }
        return new ConcurrencyKey(entry.service().name(), entry.service().calls());
    }
}
