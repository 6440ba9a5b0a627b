package dev.corbel.providers.aws;

import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.aws.acm.CertificateType;
import dev.corbel.providers.aws.acm.CertificateValidationType;
import dev.corbel.providers.aws.autoscaling.ScalableTargetType;
import dev.corbel.providers.aws.autoscaling.ScalingPolicyType;
import dev.corbel.providers.aws.backup.PlanType;
import dev.corbel.providers.aws.backup.SelectionType;
import dev.corbel.providers.aws.backup.VaultType;
import dev.corbel.providers.aws.cloudwatch.MetricAlarmType;
import dev.corbel.providers.aws.ec2.AmiData;
import dev.corbel.providers.aws.ec2.AvailabilityZones;
import dev.corbel.providers.aws.ec2.EipType;
import dev.corbel.providers.aws.ec2.InternetGatewayType;
import dev.corbel.providers.aws.ec2.NatGatewayType;
import dev.corbel.providers.aws.ec2.RegionData;
import dev.corbel.providers.aws.ec2.RouteTableAssociationType;
import dev.corbel.providers.aws.ec2.RouteTableType;
import dev.corbel.providers.aws.ec2.RouteType;
import dev.corbel.providers.aws.ec2.SecurityGroupRuleType;
import dev.corbel.providers.aws.ec2.SecurityGroupType;
import dev.corbel.providers.aws.ec2.SubnetType;
import dev.corbel.providers.aws.ec2.SubnetsData;
import dev.corbel.providers.aws.ec2.VpcData;
import dev.corbel.providers.aws.ec2.VpcEndpointType;
import dev.corbel.providers.aws.ec2.VpcType;
import dev.corbel.providers.aws.ecs.ClusterType;
import dev.corbel.providers.aws.ecs.ServiceType;
import dev.corbel.providers.aws.ecs.TaskDefinitionType;
import dev.corbel.providers.aws.elb.ListenerRuleType;
import dev.corbel.providers.aws.elb.ListenerType;
import dev.corbel.providers.aws.elb.LoadBalancerType;
import dev.corbel.providers.aws.elb.TargetGroupType;
import dev.corbel.providers.aws.iam.PolicyDocumentData;
import dev.corbel.providers.aws.iam.PolicyType;
import dev.corbel.providers.aws.iam.RolePolicyAttachmentType;
import dev.corbel.providers.aws.iam.RolePolicyType;
import dev.corbel.providers.aws.iam.RoleType;
import dev.corbel.providers.aws.kms.AliasType;
import dev.corbel.providers.aws.kms.KeyType;
import dev.corbel.providers.aws.logs.LogGroupType;
import dev.corbel.providers.aws.rds.BackupsReplicationType;
import dev.corbel.providers.aws.rds.InstanceType;
import dev.corbel.providers.aws.rds.ParameterGroupType;
import dev.corbel.providers.aws.rds.SubnetGroupType;
import dev.corbel.providers.aws.route53.RecordType;
import dev.corbel.providers.aws.route53.ZoneType;
import dev.corbel.providers.aws.s3.BucketEncryptionType;
import dev.corbel.providers.aws.s3.BucketLifecycleType;
import dev.corbel.providers.aws.s3.BucketPolicyType;
import dev.corbel.providers.aws.s3.BucketPublicAccessBlockType;
import dev.corbel.providers.aws.s3.BucketReplicationType;
import dev.corbel.providers.aws.s3.BucketType;
import dev.corbel.providers.aws.s3.BucketVersioningType;
import dev.corbel.providers.aws.secrets.SecretType;
import dev.corbel.providers.aws.secrets.SecretVersionType;
import dev.corbel.providers.aws.sqs.QueueType;
import dev.corbel.providers.aws.sts.CallerIdentity;
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
            Map.entry("aws_acm_certificate", new Entry<>(ACM, CertificateType::new)),
            Map.entry("aws_acm_certificate_validation", new Entry<>(ACM, CertificateValidationType::new)),
            Map.entry("aws_appautoscaling_policy", new Entry<>(AUTO_SCALING, ScalingPolicyType::new)),
            Map.entry("aws_appautoscaling_target", new Entry<>(AUTO_SCALING, ScalableTargetType::new)),
            Map.entry("aws_backup_plan", new Entry<>(BACKUP, PlanType::new)),
            Map.entry("aws_backup_selection", new Entry<>(BACKUP, SelectionType::new)),
            Map.entry("aws_backup_vault", new Entry<>(BACKUP, VaultType::new)),
            Map.entry("aws_cloudwatch_log_group", new Entry<>(LOGS, LogGroupType::new)),
            Map.entry("aws_cloudwatch_metric_alarm", new Entry<>(CLOUD_WATCH, MetricAlarmType::new)),
            Map.entry("aws_db_instance", new Entry<>(RDS, InstanceType::new)),
            Map.entry("aws_db_instance_automated_backups_replication", new Entry<>(RDS, BackupsReplicationType::new)),
            Map.entry("aws_db_parameter_group", new Entry<>(RDS, ParameterGroupType::new)),
            Map.entry("aws_db_subnet_group", new Entry<>(RDS, SubnetGroupType::new)),
            Map.entry("aws_ecs_cluster", new Entry<>(ECS, ClusterType::new)),
            Map.entry("aws_ecs_service", new Entry<>(ECS, ServiceType::new)),
            Map.entry("aws_ecs_task_definition", new Entry<>(ECS, TaskDefinitionType::new)),
            Map.entry("aws_eip", new Entry<>(EC2, EipType::new)),
            Map.entry("aws_iam_policy", new Entry<>(IAM, PolicyType::new)),
            Map.entry("aws_iam_role", new Entry<>(IAM, RoleType::new)),
            Map.entry("aws_iam_role_policy", new Entry<>(IAM, RolePolicyType::new)),
            Map.entry("aws_iam_role_policy_attachment", new Entry<>(IAM, RolePolicyAttachmentType::new)),
            Map.entry("aws_internet_gateway", new Entry<>(EC2, InternetGatewayType::new)),
            Map.entry("aws_kms_alias", new Entry<>(KMS, AliasType::new)),
            Map.entry("aws_kms_key", new Entry<>(KMS, KeyType::new)),
            Map.entry("aws_lb", new Entry<>(ELB, LoadBalancerType::new)),
            Map.entry("aws_lb_listener", new Entry<>(ELB, ListenerType::new)),
            Map.entry("aws_lb_listener_rule", new Entry<>(ELB, ListenerRuleType::new)),
            Map.entry("aws_lb_target_group", new Entry<>(ELB, TargetGroupType::new)),
            Map.entry("aws_nat_gateway", new Entry<>(EC2, NatGatewayType::new)),
            Map.entry("aws_route", new Entry<>(EC2, RouteType::new)),
            Map.entry("aws_route53_record", new Entry<>(ROUTE53, RecordType::new)),
            Map.entry("aws_route53_zone", new Entry<>(ROUTE53, ZoneType::new)),
            Map.entry("aws_route_table", new Entry<>(EC2, RouteTableType::new)),
            Map.entry("aws_route_table_association", new Entry<>(EC2, RouteTableAssociationType::new)),
            Map.entry("aws_s3_bucket", new Entry<>(S3, BucketType::new)),
            Map.entry("aws_s3_bucket_lifecycle_configuration", new Entry<>(S3, BucketLifecycleType::new)),
            Map.entry("aws_s3_bucket_policy", new Entry<>(S3, BucketPolicyType::new)),
            Map.entry("aws_s3_bucket_public_access_block", new Entry<>(S3, BucketPublicAccessBlockType::new)),
            Map.entry("aws_s3_bucket_replication_configuration", new Entry<>(S3, BucketReplicationType::new)),
            Map.entry("aws_s3_bucket_server_side_encryption_configuration", new Entry<>(S3, BucketEncryptionType::new)),
            Map.entry("aws_s3_bucket_versioning", new Entry<>(S3, BucketVersioningType::new)),
            Map.entry("aws_secretsmanager_secret", new Entry<>(SECRETS, SecretType::new)),
            Map.entry("aws_secretsmanager_secret_version", new Entry<>(SECRETS, SecretVersionType::new)),
            Map.entry("aws_security_group", new Entry<>(EC2, SecurityGroupType::new)),
            Map.entry("aws_sqs_queue", new Entry<>(SQS, QueueType::new)),
            Map.entry("aws_subnet", new Entry<>(EC2, SubnetType::new)),
            Map.entry("aws_vpc", new Entry<>(EC2, VpcType::new)),
            Map.entry("aws_vpc_endpoint", new Entry<>(EC2, VpcEndpointType::new)),
            Map.entry("aws_vpc_security_group_egress_rule", new Entry<>(EC2, SecurityGroupRuleType::egress)),
            Map.entry("aws_vpc_security_group_ingress_rule", new Entry<>(EC2, SecurityGroupRuleType::ingress))));

    static final Map<String, Entry<DataSourceType>> DATA_SOURCES = sorted(Map.ofEntries(
            Map.entry("aws_ami", new Entry<>(EC2, AmiData::type)),
            Map.entry("aws_availability_zones", new Entry<>(EC2, AvailabilityZones::type)),
            Map.entry("aws_caller_identity", new Entry<>(STS, CallerIdentity::type)),
            Map.entry("aws_iam_policy_document", new Entry<>(IAM, PolicyDocumentData::type)),
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
