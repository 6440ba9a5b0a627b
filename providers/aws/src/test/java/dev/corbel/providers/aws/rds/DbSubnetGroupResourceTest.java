package dev.corbel.providers.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DbSubnetGroupResourceTest {
    private static final MapValue ORDERS = Values.map("name", "orders", "subnet_ids", List.of("subnet-1", "subnet-2"));

    private final FakeAws aws = new FakeAws();
    private final FakeTime time = new FakeTime();

    @AfterEach
    void close() {
        aws.close();
    }

    private Bench bench() {
        return Bench.at("aws_db_subnet_group", aws.endpoint(), new ProviderContext(Path.of("."), "test", time, time));
    }

    private static String group(String... subnets) {
        StringBuilder members = new StringBuilder();
        for (String subnet : subnets) {
            members.append("<Subnet><SubnetIdentifier>").append(subnet).append("</SubnetIdentifier></Subnet>");
        }
        return "<DBSubnetGroupName>orders</DBSubnetGroupName><VpcId>vpc-1</VpcId>"
                + "<DBSubnetGroupDescription>Managed by Corbel</DBSubnetGroupDescription>"
                + "<DBSubnetGroupArn>arn:aws:rds:eu-central-1:123456789012:subgrp:orders</DBSubnetGroupArn>"
                + "<SupportedNetworkTypes><member>IPV4</member></SupportedNetworkTypes>"
                + "<Subnets>" + members + "</Subnets>";
    }

    private static String created(String... subnets) {
        return RdsAnswers.result("CreateDBSubnetGroup", "<DBSubnetGroup>" + group(subnets) + "</DBSubnetGroup>");
    }

    private static String described(String... subnets) {
        return RdsAnswers.result(
                "DescribeDBSubnetGroups",
                "<DBSubnetGroups><DBSubnetGroup>" + group(subnets) + "</DBSubnetGroup></DBSubnetGroups>");
    }

    private ObjectState orders(Bench bench) throws ProviderException {
        aws.answers(created("subnet-2", "subnet-1")).answers(RdsAnswers.tags("operation-1"));
        return bench.create(ORDERS, "operation-1");
    }

    @Test
    void keepsTheSubnetsInOneOrder() throws Exception {
        try (Bench bench = bench()) {
            ObjectState group = orders(bench);

            assertThat(group.attributes().entries())
                    .containsEntry("id", Value.of("orders"))
                    .containsEntry("vpc_id", Value.of("vpc-1"))
                    .containsEntry("supported_network_types", Value.list(Value.of("IPV4")))
                    .containsEntry("tags_all", Values.map("team", "network"));
            assertThat(bench.plan(group.attributes(), ORDERS).attributes().entries())
                    .isEqualTo(group.attributes().entries());
        }
    }

    @Test
    void changesItsSubnetsInPlace() throws Exception {
        try (Bench bench = bench()) {
            ObjectState group = orders(bench);
            aws.answers(described("subnet-1", "subnet-2"))
                    .answers(RdsAnswers.result(
                            "ModifyDBSubnetGroup",
                            "<DBSubnetGroup>" + group("subnet-3", "subnet-1") + "</DBSubnetGroup>"))
                    .answers(RdsAnswers.tags("operation-1"));

            ObjectState changed = bench.update(
                    group,
                    ORDERS.with(
                            "subnet_ids",
                            Values.map("_", List.of("subnet-1", "subnet-3")).get("_")));

            assertThat(changed.attributes().get("subnet_ids"))
                    .isEqualTo(Value.list(Value.of("subnet-1"), Value.of("subnet-3")));
            assertThat(aws.actions()).endsWith("DescribeDBSubnetGroups", "ModifyDBSubnetGroup", "ListTagsForResource");
        }
    }

    @Test
    void waitsUntilRdsKnowsTheSubnets() throws Exception {
        aws.answers(400, Map.of(), RdsAnswers.error("InvalidSubnet", "Some input subnets are invalid"));
        try (Bench bench = bench()) {
            orders(bench);

            assertThat(time.pauses()).containsExactly(Duration.ofMillis(200));
        }
    }

    @Test
    void takesItsOwnGroupWhenTheAnswerGotLost() throws Exception {
        aws.breaksOff().answers(described("subnet-1", "subnet-2")).answers(RdsAnswers.tags("operation-1"));
        aws.answers(RdsAnswers.tags("operation-1"));
        try (Bench bench = bench()) {
            ObjectState group = bench.create(ORDERS, "operation-1");

            assertThat(group.attributes().get("id")).isEqualTo(Value.of("orders"));
            assertThat(aws.actions().get(1)).isEqualTo("DescribeDBSubnetGroups");
        }
    }

    @Test
    void takesNoGroupOfSomebodyElse() {
        aws.answers(400, Map.of(), RdsAnswers.error("DBSubnetGroupAlreadyExists", "It exists"))
                .answers(described("subnet-1"))
                .answers(RdsAnswers.tags("operation-of-somebody-else"));
        try (Bench bench = bench()) {
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(ORDERS))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The DB subnet group \"orders\" is there already",
                                            "This account has a DB subnet group of this name that Corbel did not create"
                                                    + " here.")
                                    .withHint("To manage it: adopt('aws_db_subnet_group.test') { id = 'orders' }.")));
        }
    }

    @Test
    void isDeletedOnceTheLastDatabaseInItIsGone() throws Exception {
        try (Bench bench = bench()) {
            ObjectState group = orders(bench);
            aws.answers(400, Map.of(), RdsAnswers.error("InvalidDBSubnetGroupStateFault", "It is in use"))
                    .answers(RdsAnswers.result("DeleteDBSubnetGroup", ""))
                    .answers(described("subnet-1"))
                    .answers(400, Map.of(), RdsAnswers.error("DBSubnetGroupNotFoundFault", "It is gone"));

            bench.delete(group);

            assertThat(time.pauses()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(200));
        }
    }

    @Test
    void makesUpANameOfThePrefix() throws Exception {
        try (Bench bench = bench()) {
            MapValue prefixed = Values.map("name_prefix", "orders-", "subnet_ids", List.of("subnet-1"));
            aws.answers(created("subnet-1")).answers(RdsAnswers.tags("operation-1"));

            bench.create(prefixed, "operation-1");

            assertThat(aws.calls().get(0).body()).containsPattern("DBSubnetGroupName=orders-[a-z0-9]{26}&");
        }
    }

    @Test
    void refusesNameAndPrefixTogether() {
        assertThat(new DbSubnetGroupResource().validate(Values.map("name", "orders", "name_prefix", "orders-")))
                .containsExactly(Diagnostic.error("name conflicts with name_prefix", "Set one of them, or neither."));
    }
}
