package dev.corbel.providers.aws.tagging;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ARN as the list of tagged objects has it, taken apart.
 *
 * @param service such as {@code ec2}
 * @param region empty of what belongs to no region
 * @param kind the kind of object within the service, such as {@code vpc}; empty where the service has one kind alone
 * @param name the rest
 */
record TaggedArn(String text, String service, String region, String kind, String name) {
    private static final int PARTS = 6;
    private static final int SERVICE = 2;
    private static final int REGION = 3;

    private static final Map<String, List<String>> BY_NAME = Map.ofEntries(
            Map.entry("backup:backup-plan", List.of("aws_backup_plan")),
            Map.entry("backup:backup-vault", List.of("aws_backup_vault")),
            Map.entry("cloudwatch:alarm", List.of("aws_cloudwatch_metric_alarm")),
            Map.entry("ec2:elastic-ip", List.of("aws_eip")),
            Map.entry("ec2:internet-gateway", List.of("aws_internet_gateway")),
            Map.entry("ec2:natgateway", List.of("aws_nat_gateway")),
            Map.entry("ec2:route-table", List.of("aws_route_table")),
            Map.entry("ec2:security-group", List.of("aws_security_group")),
            Map.entry(
                    "ec2:security-group-rule",
                    List.of("aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule")),
            Map.entry("ec2:subnet", List.of("aws_subnet")),
            Map.entry("ec2:vpc", List.of("aws_vpc")),
            Map.entry("ec2:vpc-endpoint", List.of("aws_vpc_endpoint")),
            Map.entry("ecs:cluster", List.of("aws_ecs_cluster")),
            Map.entry("ecs:service", List.of("aws_ecs_service")),
            Map.entry("kms:key", List.of("aws_kms_key")),
            Map.entry("logs:log-group", List.of("aws_cloudwatch_log_group")),
            Map.entry("rds:db", List.of("aws_db_instance")),
            Map.entry("rds:pg", List.of("aws_db_parameter_group")),
            Map.entry("rds:subgrp", List.of("aws_db_subnet_group")),
            Map.entry("route53:hostedzone", List.of("aws_route53_zone")),
            Map.entry("s3:", List.of("aws_s3_bucket")),
            Map.entry("sqs:", List.of("aws_sqs_queue")));

    private static final Map<String, String> BY_ARN = Map.of(
            "acm:certificate", "aws_acm_certificate",
            "ecs:task-definition", "aws_ecs_task_definition",
            "elasticloadbalancing:listener", "aws_lb_listener",
            "elasticloadbalancing:listener-rule", "aws_lb_listener_rule",
            "elasticloadbalancing:loadbalancer", "aws_lb",
            "elasticloadbalancing:targetgroup", "aws_lb_target_group",
            "iam:policy", "aws_iam_policy",
            "secretsmanager:secret", "aws_secretsmanager_secret");

    /** An ARN; empty where the text is none. */
    static Optional<TaggedArn> parse(String text) {
        String[] parts = text.split(":", PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        String resource = parts[PARTS - 1];
        int end = firstOf(resource);
        return Optional.of(
                end < 0
                        ? new TaggedArn(text, parts[SERVICE], parts[REGION], "", resource)
                        : new TaggedArn(
                                text,
                                parts[SERVICE],
                                parts[REGION],
                                resource.substring(0, end),
                                resource.substring(end + 1)));
    }

    /** The end of the kind: a slash with some services, a colon with others. */
    private static int firstOf(String resource) {
        for (int i = 0; i < resource.length(); i++) {
            if (resource.charAt(i) == '/' || resource.charAt(i) == ':') {
                return i;
            }
        }
        return -1;
    }

    /** The types that such an object may be of; none where there is no type for it. */
    List<String> types() {
        String key = service + ":" + kind;
        return BY_ARN.containsKey(key) ? List.of(BY_ARN.getOrDefault(key, "")) : BY_NAME.getOrDefault(key, List.of());
    }

    /** The id that adoption takes; of a queue, whose URL no ARN tells, its name. */
    String id() {
        if (BY_ARN.containsKey(service + ":" + kind)) {
            return text;
        }
        return service.equals("logs") && name.endsWith(":*") ? name.substring(0, name.length() - 2) : name;
    }

    /** The name that all revisions have in common; empty of what has none. */
    Optional<String> family() {
        return kind.equals("task-definition")
                ? Optional.of(name.substring(0, name.lastIndexOf(':')))
                : Optional.empty();
    }
}
