package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many calls a refresh takes: they grow with the pages of lists, not with the objects. */
class ReadCallsTest {
    private static final int OBJECTS = 450;

    /** A filter takes 200 values. */
    private static final int LISTS = 3;

    private static Bench bench(String type, FakeAws aws) {
        FakeTime time = new FakeTime();
        return Bench.at(type, aws.endpoint(), new ProviderContext(Path.of("."), "test", time, time));
    }

    private static String items(String content) {
        return items(OBJECTS, content);
    }

    private static String items(int count, String content) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<item>" + content.replace("#", String.valueOf(i)) + "</item>")
                .collect(Collectors.joining());
    }

    private static List<ObjectState> objects(IntFunction<MapValue> attributes) {
        return IntStream.range(0, OBJECTS)
                .mapToObj(i -> new ObjectState(attributes.apply(i)))
                .toList();
    }

    /**
     * A type that one kind of list tells all about.
     *
     * @param item what the list says of an object, with # for its number
     */
    private record Listed(String type, String action, String set, String item, IntFunction<MapValue> attributes) {
        @Override
        public String toString() {
            return type;
        }

        private String answer(Function<String, String> rest) {
            String response = action + "Response";
            return "<" + response + ">" + rest.apply("<" + set + ">" + items(item) + "</" + set + ">") + "</" + response
                    + ">";
        }
    }

    private static List<Listed> listed() {
        IntFunction<MapValue> byId = i -> Values.map("id", "x-" + i);
        return List.of(
                new Listed(
                        "aws_internet_gateway",
                        "DescribeInternetGateways",
                        "internetGatewaySet",
                        "<internetGatewayId>x-#</internetGatewayId><ownerId>1</ownerId>",
                        byId),
                new Listed(
                        "aws_nat_gateway",
                        "DescribeNatGateways",
                        "natGatewaySet",
                        "<natGatewayId>x-#</natGatewayId><state>available</state>",
                        byId),
                new Listed(
                        "aws_route_table",
                        "DescribeRouteTables",
                        "routeTableSet",
                        "<routeTableId>x-#</routeTableId><ownerId>1</ownerId>",
                        byId),
                new Listed(
                        "aws_route",
                        "DescribeRouteTables",
                        "routeTableSet",
                        "<routeTableId>x-#</routeTableId><routeSet><item><destinationCidrBlock>0.0.0.0/0"
                                + "</destinationCidrBlock><gatewayId>igw-1</gatewayId><origin>CreateRoute</origin>"
                                + "</item></routeSet>",
                        i -> Values.map("route_table_id", "x-" + i, "destination_cidr_block", "0.0.0.0/0")),
                new Listed(
                        "aws_route_table_association",
                        "DescribeRouteTables",
                        "routeTableSet",
                        "<routeTableId>x-#</routeTableId><associationSet><item><routeTableAssociationId>rtbassoc-#"
                                + "</routeTableAssociationId><routeTableId>x-#</routeTableId><subnetId>subnet-#"
                                + "</subnetId></item></associationSet>",
                        i -> Values.map("route_table_id", "x-" + i, "subnet_id", "subnet-" + i)),
                new Listed(
                        "aws_security_group",
                        "DescribeSecurityGroups",
                        "securityGroupInfo",
                        "<groupId>x-#</groupId><groupName>app</groupName><ownerId>1</ownerId>",
                        byId),
                new Listed(
                        "aws_vpc_security_group_ingress_rule",
                        "DescribeSecurityGroupRules",
                        "securityGroupRuleSet",
                        "<securityGroupRuleId>x-#</securityGroupRuleId><groupId>sg-1</groupId><groupOwnerId>1"
                                + "</groupOwnerId><isEgress>false</isEgress><ipProtocol>tcp</ipProtocol>",
                        byId),
                new Listed(
                        "aws_subnet",
                        "DescribeSubnets",
                        "subnetSet",
                        "<subnetId>x-#</subnetId><ownerId>1</ownerId>",
                        byId));
    }

    @ParameterizedTest
    @MethodSource("listed")
    void oneListTellsOf200(Listed listed) throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(listed.type(), aws)) {
            IntStream.range(0, LISTS).forEach(i -> aws.answers(listed.answer(set -> set)));

            List<ReadResult> results = bench.read(objects(listed.attributes()));

            assertThat(results).hasSize(OBJECTS).hasOnlyElementsOfType(ReadResult.Present.class);
            assertThat(aws.actions()).isEqualTo(Collections.nCopies(LISTS, listed.action()));
        }
    }

    @ParameterizedTest
    @MethodSource("listed")
    void furtherPagesAreFetched(Listed listed) throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(listed.type(), aws)) {
            aws.answers(listed.answer(set -> "<nextToken>page-2</nextToken>")).answers(listed.answer(set -> set));

            List<ReadResult> results = bench.read(objects(listed.attributes()).subList(0, 200));

            assertThat(results).hasSize(200).hasOnlyElementsOfType(ReadResult.Present.class);
            assertThat(aws.actions()).isEqualTo(Collections.nCopies(2, listed.action()));
        }
    }

    @Test
    void addressesHaveNoPagesAndTakeTheAccountOnce() throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench("aws_eip", aws)) {
            String addresses = "<DescribeAddressesResponse><addressesSet>"
                    + items("<allocationId>x-#</allocationId><publicIp>203.0.113.1</publicIp>")
                    + "</addressesSet></DescribeAddressesResponse>";
            aws.answers(addresses).identifies("123456789012").answers(addresses).answers(addresses);

            List<ReadResult> results = bench.read(objects(i -> Values.map("id", "x-" + i)));

            assertThat(results).hasSize(OBJECTS).hasOnlyElementsOfType(ReadResult.Present.class);
            assertThat(aws.actions())
                    .containsExactly(
                            "DescribeAddresses", "GetCallerIdentity", "DescribeAddresses", "DescribeAddresses");
        }
    }

    /** EC2 tells three attributes of VPCs one by one; all else comes with lists. */
    @Test
    void aVpcTakesThreeCallsBesideTheLists() throws Exception {
        int vpcs = 20;
        try (FakeAws aws = new FakeAws();
                Bench bench = bench("aws_vpc", aws)) {
            aws.answers("<DescribeVpcsResponse><vpcSet>" + items(vpcs, "<vpcId>x-#</vpcId><ownerId>1</ownerId>")
                            + "</vpcSet></DescribeVpcsResponse>")
                    .answers("<DescribeRouteTablesResponse/>")
                    .answers("<DescribeNetworkAclsResponse/>")
                    .answers("<DescribeSecurityGroupsResponse/>");
            IntStream.range(0, 3 * vpcs).forEach(i -> aws.answers("<DescribeVpcAttributeResponse/>"));

            bench.read(objects(i -> Values.map("id", "x-" + i)).subList(0, vpcs));

            assertThat(aws.actions().subList(0, 4))
                    .containsExactly(
                            "DescribeVpcs", "DescribeRouteTables", "DescribeNetworkAcls", "DescribeSecurityGroups");
            assertThat(aws.actions().subList(4, aws.actions().size()))
                    .isEqualTo(Collections.nCopies(3 * vpcs, "DescribeVpcAttribute"));
        }
    }
}
