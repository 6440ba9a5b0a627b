package dev.corbel.providers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Objects that somebody made in other words than a definition has for the same: adopting them plans no change. */
@ExtendWith(MotoExtension.class)
class SameMeaningTest {
    private static final String ACCOUNT = "123456789012";

    private final MotoServer moto;

    SameMeaningTest(MotoServer moto) {
        this.moto = moto;
    }

    private MapValue made(String type, Object... namesAndValues) throws ProviderException {
        try (Bench bench = Bench.of(type, moto)) {
            return bench.create(Values.map(namesAndValues)).attributes();
        }
    }

    private Value id(String type, Object... namesAndValues) throws ProviderException {
        return made(type, namesAndValues).get("id");
    }

    /** Also where somebody changes an object of ours to the other words, and with the plan after that. */
    private void assertSame(String type, String id, MapValue configuration) throws ProviderException {
        try (Bench bench = Bench.of(type, moto)) {
            ObjectState found = bench.found(id);
            assertThat(bench.changes(found, configuration)).isEmpty();
            ObjectState next = ((ReadResult.Present) bench.read(found)).object();
            assertThat(next).isEqualTo(found);
            assertThat(bench.changes(next, configuration)).isEmpty();
        }
    }

    private List<String> changes(String type, String id, MapValue configuration) throws ProviderException {
        try (Bench bench = Bench.of(type, moto)) {
            return bench.changes(bench.found(id), configuration);
        }
    }

    @Test
    void aCertificateWhoseDomainCountsAmongItsFurtherNames() throws Exception {
        String arn = id(
                        "aws_acm_certificate",
                        "domain_name",
                        "a.example.org",
                        "validation_method",
                        "DNS",
                        "subject_alternative_names",
                        List.of("b.example.org"))
                .toString();
        MapValue same = Values.map("domain_name", "A.example.org", "validation_method", "DNS");

        assertSame("aws_acm_certificate", arn, same.with("subject_alternative_names", names("b.example.org")));
        assertSame(
                "aws_acm_certificate",
                arn,
                same.with("subject_alternative_names", names("a.example.org", "B.example.org")));
        assertSame("aws_acm_certificate", arn, same);
        assertThat(changes("aws_acm_certificate", arn, same.with("subject_alternative_names", names("c.example.org"))))
                .anyMatch(change -> change.startsWith("subject_alternative_names"));
    }

    private static Value names(String... names) {
        return Value.list(List.of(names).stream().map(Value::of).toList());
    }

    @Test
    void aKeyByItsIdOrArn() throws Exception {
        MapValue key = made("aws_kms_key", "description", "files");
        made("aws_kms_alias", "name", "alias/by-id", "target_key_id", key.get("id"));
        MapValue other = made("aws_kms_key", "description", "others");

        assertSame("aws_kms_alias", "alias/by-id", Values.map("name", "alias/by-id", "target_key_id", key.get("arn")));
        assertSame("aws_kms_alias", "alias/by-id", Values.map("name", "alias/by-id", "target_key_id", key.get("id")));
        assertThat(changes(
                        "aws_kms_alias",
                        "alias/by-id",
                        Values.map("name", "alias/by-id", "target_key_id", other.get("arn"))))
                .anyMatch(change -> change.startsWith("target_key_id"));
    }

    @Test
    void anAliasOfAKeyByItsNameOrArn() throws Exception {
        String url = id("aws_sqs_queue", "name", "encrypted", "kms_master_key_id", "alias/queues")
                .toString();

        assertSame(
                "aws_sqs_queue",
                url,
                Values.map(
                        "name",
                        "encrypted",
                        "kms_master_key_id",
                        "arn:aws:kms:eu-central-1:" + ACCOUNT + ":alias/queues"));
    }

    @Test
    void anAlarmWithoutActions() throws Exception {
        MapValue alarm = Values.map(
                "alarm_name",
                "quiet",
                "comparison_operator",
                "GreaterThanThreshold",
                "evaluation_periods",
                1,
                "metric_name",
                "CPUUtilization",
                "namespace",
                "AWS/EC2",
                "period",
                60,
                "statistic",
                "Average",
                "threshold",
                80);
        try (Bench bench = Bench.of("aws_cloudwatch_metric_alarm", moto)) {
            bench.create(alarm);
        }

        assertSame(
                "aws_cloudwatch_metric_alarm",
                "quiet",
                alarm.with("alarm_actions", ListValue.EMPTY)
                        .with("insufficient_data_actions", ListValue.EMPTY)
                        .with("ok_actions", ListValue.EMPTY)
                        .with("alarm_description", Value.of("")));
    }

    @Test
    void aTargetOfAnAliasWithTheConsolesPrefix() throws Exception {
        Value zone = id("aws_route53_zone", "name", "acme.example");
        MapValue record = Values.map("zone_id", zone, "name", "www.acme.example", "type", "A");
        try (Bench bench = Bench.of("aws_route53_record", moto)) {
            bench.create(record.with("alias", target("lb-1.elb.amazonaws.com")));
        }

        assertSame(
                "aws_route53_record",
                zone + "_www.acme.example_A",
                record.with("name", Value.of("WWW.acme.example."))
                        .with("alias", target("dualstack.LB-1.elb.amazonaws.com.")));
        assertThat(changes(
                        "aws_route53_record",
                        zone + "_www.acme.example_A",
                        record.with("alias", target("lb-2.elb.amazonaws.com"))))
                .anyMatch(change -> change.startsWith("alias"));
    }

    private static Value target(String name) {
        return Values.map("name", name, "zone_id", "Z215JYRZR1TBD5", "evaluate_target_health", true);
    }

    @Test
    void aTextRecordWithItsQuotes() throws Exception {
        Value zone = id("aws_route53_zone", "name", "text.example");
        MapValue record = Values.map("zone_id", zone, "name", "text.example", "type", "TXT", "ttl", 60);
        try (Bench bench = Bench.of("aws_route53_record", moto)) {
            bench.create(record.with("records", names("v=spf1 -all")));
        }

        assertSame("aws_route53_record", zone + "_text.example_TXT", record.with("records", names("\"v=spf1 -all\"")));
    }

    @Test
    void aZoneWithADotAtTheEndAndTheCommentOfOthers() throws Exception {
        String zone = id("aws_route53_zone", "name", "dots.example", "comment", "Managed by Terraform")
                .toString();

        assertSame("aws_route53_zone", zone, Values.map("name", "Dots.example."));
    }

    @Test
    void aLifecycleRuleWithAnEmptyFilter() throws Exception {
        Value bucket = id("aws_s3_bucket", "bucket", "acme-lifecycle");
        MapValue rule = Values.map("id", "all", "status", "Enabled", "expiration", Values.map("days", 3));
        made("aws_s3_bucket_lifecycle_configuration", "bucket", bucket, "rule", List.of(rule));

        for (MapValue filter : List.of(MapValue.EMPTY, Values.map("prefix", ""))) {
            assertSame(
                    "aws_s3_bucket_lifecycle_configuration",
                    bucket.toString(),
                    Values.map("bucket", bucket, "rule", List.of(rule.with("filter", filter))));
        }
        assertThat(changes(
                        "aws_s3_bucket_lifecycle_configuration",
                        bucket.toString(),
                        Values.map(
                                "bucket", bucket, "rule", List.of(rule.with("filter", Values.map("prefix", "logs/"))))))
                .hasSize(1);
    }

    @Test
    void anEncryptionThatLeavesOutTheBucketKey() throws Exception {
        Value bucket = id("aws_s3_bucket", "bucket", "acme-encrypted");
        MapValue rule = Values.map("apply_server_side_encryption_by_default", Values.map("sse_algorithm", "aws:kms"));
        made(
                "aws_s3_bucket_server_side_encryption_configuration",
                "bucket",
                bucket,
                "rule",
                List.of(rule.with("bucket_key_enabled", Value.of(false))));

        assertSame(
                "aws_s3_bucket_server_side_encryption_configuration",
                bucket.toString(),
                Values.map("bucket", bucket, "rule", List.of(rule)));
        assertThat(changes(
                        "aws_s3_bucket_server_side_encryption_configuration",
                        bucket.toString(),
                        Values.map("bucket", bucket, "rule", List.of(rule.with("bucket_key_enabled", Value.of(true))))))
                .hasSize(1);
    }

    @Test
    void aPolicyInOtherWords() throws Exception {
        String arn = id(
                        "aws_iam_policy",
                        "name",
                        "words",
                        "policy",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:*\"],\"Resource\":\"*\"}]}")
                .toString();

        assertSame(
                "aws_iam_policy",
                arn,
                Values.map(
                        "name",
                        "words",
                        "policy",
                        "{ \"Statement\": {\"Action\": \"s3:*\", \"Resource\": [\"*\"], \"Effect\": \"Allow\"}, \"Version\": \"2012-10-17\" }"));
    }

    @Test
    void aSecurityGroupWithRulesOfItsOwn() throws Exception {
        Value vpc = id("aws_vpc", "cidr_block", "10.0.0.0/16");
        MapValue group = Values.map(
                "name",
                "web",
                "description",
                "Managed by Terraform",
                "vpc_id",
                vpc,
                "ingress",
                List.of(Values.map(
                        "protocol", "tcp", "from_port", 443, "to_port", 443, "cidr_blocks", List.of("0.0.0.0/0"))));
        String id;
        try (Bench bench = Bench.of("aws_security_group", moto)) {
            id = bench.create(group).attributes().text("id").orElseThrow();
        }

        assertSame("aws_security_group", id, group);
        assertSame("aws_security_group", id, group.with("description", Value.ofNull()));
        assertSame(
                "aws_security_group",
                id,
                group.with(
                        "ingress",
                        Value.list(Values.map(
                                "protocol",
                                "6",
                                "from_port",
                                443,
                                "to_port",
                                443,
                                "cidr_blocks",
                                List.of("0.0.0.0/0"),
                                "self",
                                false,
                                "description",
                                ""))));
        assertThat(changes(
                        "aws_security_group",
                        id,
                        group.with(
                                "ingress",
                                Value.list(Values.map(
                                        "protocol",
                                        "tcp",
                                        "from_port",
                                        80,
                                        "to_port",
                                        443,
                                        "cidr_blocks",
                                        List.of("0.0.0.0/0"))))))
                .hasSize(1);
    }

    @Test
    void aRuleOfAProtocolByItsNumber() throws Exception {
        Value vpc = id("aws_vpc", "cidr_block", "10.1.0.0/16");
        Value group = id("aws_security_group", "name", "rules", "vpc_id", vpc);
        MapValue rule = Values.map(
                "security_group_id",
                group,
                "ip_protocol",
                "tcp",
                "from_port",
                443,
                "to_port",
                443,
                "cidr_ipv4",
                "10.0.0.0/8");
        String id;
        try (Bench bench = Bench.of("aws_vpc_security_group_ingress_rule", moto)) {
            id = bench.create(rule).attributes().text("id").orElseThrow();
        }

        assertSame("aws_vpc_security_group_ingress_rule", id, rule.with("ip_protocol", Value.of("6")));
    }

    @Test
    void aLoadBalancerBySubnetsOrMappings() throws Exception {
        Value vpc = id("aws_vpc", "cidr_block", "10.2.0.0/16");
        Value subnet =
                id("aws_subnet", "vpc_id", vpc, "cidr_block", "10.2.0.0/24", "availability_zone", "eu-central-1a");
        MapValue balancer = Values.map("name", "net", "load_balancer_type", "network", "internal", true);
        String arn;
        try (Bench bench = Bench.of("aws_lb", moto)) {
            arn = bench.create(balancer.with("subnets", Value.list(subnet)))
                    .attributes()
                    .text("id")
                    .orElseThrow();
        }

        assertSame("aws_lb", arn, balancer.with("subnet_mapping", Value.list(Values.map("subnet_id", subnet))));
        assertSame("aws_lb", arn, balancer.with("subnets", Value.list(subnet)));
        assertThat(changes(
                        "aws_lb",
                        arn,
                        balancer.with(
                                "subnet_mapping",
                                Value.list(Values.map("subnet_id", subnet, "private_ipv4_address", "10.2.0.9")))))
                .isNotEmpty();
    }

    @Test
    void whatAListenerForwardsToInABlockOrAnAttribute() throws Exception {
        Value vpc = id("aws_vpc", "cidr_block", "10.3.0.0/16");
        Value subnet =
                id("aws_subnet", "vpc_id", vpc, "cidr_block", "10.3.0.0/24", "availability_zone", "eu-central-1a");
        Value balancer = id(
                "aws_lb",
                "name",
                "front",
                "load_balancer_type",
                "network",
                "internal",
                true,
                "subnets",
                List.of(subnet));
        Value group = id(
                "aws_lb_target_group",
                "name",
                "front",
                "target_type",
                "ip",
                "port",
                8080,
                "protocol",
                "TCP",
                "vpc_id",
                vpc);
        MapValue listener = Values.map("load_balancer_arn", balancer, "port", 80, "protocol", "TCP");
        String arn;
        try (Bench bench = Bench.of("aws_lb_listener", moto)) {
            arn = bench.create(listener.with(
                            "default_action", Value.list(Values.map("type", "forward", "target_group_arn", group))))
                    .attributes()
                    .text("id")
                    .orElseThrow();
        }

        assertSame(
                "aws_lb_listener",
                arn,
                listener.with(
                        "default_action",
                        Value.list(Values.map(
                                "type",
                                "forward",
                                "forward",
                                Values.map("target_group", List.of(Values.map("arn", group, "weight", 5)))))));
        assertThat(changes(
                        "aws_lb_listener",
                        arn,
                        listener.with(
                                "default_action",
                                Value.list(Values.map(
                                        "type",
                                        "forward",
                                        "forward",
                                        Values.map(
                                                "target_group",
                                                List.of(Values.map("arn", group.toString() + "x", "weight", 5))))))))
                .isNotEmpty();
    }

    @Test
    void anAnswerWithoutAnything() throws Exception {
        Value vpc = id("aws_vpc", "cidr_block", "10.4.0.0/16");
        Value a = id("aws_subnet", "vpc_id", vpc, "cidr_block", "10.4.0.0/24", "availability_zone", "eu-central-1a");
        Value b = id("aws_subnet", "vpc_id", vpc, "cidr_block", "10.4.1.0/24", "availability_zone", "eu-central-1b");
        Value balancer = id("aws_lb", "name", "quiet", "internal", true, "subnets", List.of(a, b));
        MapValue listener = Values.map("load_balancer_arn", balancer, "port", 80, "protocol", "HTTP");
        MapValue response = Values.map("content_type", "text/plain", "status_code", "404");
        String arn;
        try (Bench bench = Bench.of("aws_lb_listener", moto)) {
            arn = bench.create(listener.with(
                            "default_action",
                            Value.list(Values.map(
                                    "type",
                                    "fixed-response",
                                    "fixed_response",
                                    response.with("message_body", Value.of(""))))))
                    .attributes()
                    .text("id")
                    .orElseThrow();
        }

        assertSame(
                "aws_lb_listener",
                arn,
                listener.with(
                        "default_action",
                        Value.list(Values.map("type", "fixed-response", "fixed_response", response))));
    }

    @Test
    void aDatabaseOfAVersionThatBeginsAsAskedFor() throws Exception {
        MapValue instance = Values.map(
                "identifier",
                "versioned",
                "engine",
                "postgres",
                "instance_class",
                "db.t4g.micro",
                "allocated_storage",
                20,
                "username",
                "owner",
                "maintenance_window",
                "sun:03:00-sun:04:00",
                "skip_final_snapshot",
                true);
        try (Bench bench = Bench.of("aws_db_instance", moto)) {
            bench.create(instance.with("engine_version", Value.of("16.3"))
                    .with("password", Value.of("not-a-secret-at-all")));
        }

        MapValue same = instance.with("maintenance_window", Value.of("Sun:03:00-Sun:04:00"));
        assertSame("aws_db_instance", "versioned", same.with("engine_version", Value.of("16")));
        assertSame("aws_db_instance", "versioned", same.with("engine_version", Value.of("16.3")));
        assertThat(changes("aws_db_instance", "versioned", same.with("engine_version", Value.of("16.4"))))
                .anyMatch(change -> change.startsWith("engine_version:"));
    }

    @Test
    void aServiceByNamesOrArnsAndWithWhatEveryServiceHas() throws Exception {
        Value vpc = id("aws_vpc", "cidr_block", "10.5.0.0/16");
        Value subnet = id("aws_subnet", "vpc_id", vpc, "cidr_block", "10.5.0.0/24");
        made("aws_ecs_cluster", "name", "orders", "setting", List.of());
        made(
                "aws_ecs_task_definition",
                "family",
                "web",
                "container_definitions",
                "[{\"name\":\"web\",\"image\":\"orders:1\"}]",
                "requires_compatibilities",
                List.of("FARGATE"),
                "network_mode",
                "awsvpc",
                "cpu",
                "256",
                "memory",
                "512");
        MapValue network = Values.map("subnets", List.of(subnet));
        MapValue service = Values.map(
                "name",
                "web",
                "cluster",
                "orders",
                "task_definition",
                "web:1",
                "launch_type",
                "FARGATE",
                "desired_count",
                1,
                "network_configuration",
                network);
        try (Bench bench = Bench.of("aws_ecs_service", moto)) {
            bench.create(service);
        }
        String cluster = "arn:aws:ecs:eu-central-1:" + ACCOUNT + ":cluster/orders";

        assertSame("aws_ecs_service", "orders/web", service);
        assertSame(
                "aws_ecs_service",
                "orders/web",
                service.with("cluster", Value.of(cluster))
                        .with("network_configuration", network.with("security_groups", ListValue.EMPTY))
                        .with("deployment_controller", Values.map("type", "ECS"))
                        .with("deployment_circuit_breaker", Values.map("enable", false, "rollback", false)));
        assertThat(changes("aws_ecs_service", "orders/web", service.with("cluster", Value.of("others"))))
                .isNotEmpty();
    }
}
