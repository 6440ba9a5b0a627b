package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.AwsProvider;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class Ec2DataSourcesTest {

    private static MapValue read(MotoServer moto, String type, MapValue configuration) throws ProviderException {
        try (Bench bench = Bench.of("aws_vpc", moto)) {
            return new AwsProvider().dataSourceType(type).orElseThrow().read(bench.session(), configuration);
        }
    }

    private static ObjectState make(MotoServer moto, String type, MapValue attributes) throws Exception {
        try (Bench bench = Bench.of(type, moto)) {
            return bench.create(attributes);
        }
    }

    private static ObjectState vpc(MotoServer moto) throws Exception {
        return make(moto, "aws_vpc", Values.map("cidr_block", "10.0.0.0/16", "tags", Values.map("Name", "main")));
    }

    private static MapValue filter(String name, String value) {
        return Values.map("filter", List.of(Values.map("name", name, "values", List.of(value))));
    }

    @Test
    void findsAVpcByItsTags(MotoServer moto) throws Exception {
        ObjectState vpc = vpc(moto);

        MapValue found = read(moto, "aws_vpc", Values.map("tags", Values.map("Name", "main")));

        for (String same : List.of(
                "id",
                "arn",
                "owner_id",
                "cidr_block",
                "enable_dns_support",
                "main_route_table_id",
                "dhcp_options_id")) {
            assertThat(found.get(same)).as(same).isEqualTo(vpc.attributes().get(same));
        }
        assertThat(found.get("default")).isEqualTo(Value.of(false));
        assertThat(found.get("tags")).isEqualTo(Values.map("Name", "main"));
        assertThat(found.text("state")).hasValue("available");
        assertThat(((ListValue) found.get("cidr_block_associations")).elements())
                .hasSize(1);
    }

    @Test
    void findsTheDefaultVpcAndOneByFilter(MotoServer moto) throws Exception {
        ObjectState vpc = vpc(moto);

        assertThat(read(moto, "aws_vpc", filter("is-default", "true")).text("cidr_block"))
                .hasValue("172.31.0.0/16");
        MapValue byFilter = read(moto, "aws_vpc", filter("cidr", "10.0.0.0/16"));
        assertThat(byFilter.get("id")).isEqualTo(vpc.attributes().get("id"));
        assertThat(byFilter.get("tags")).isEqualTo(Values.map("Name", "main", "team", "network"));
    }

    @Test
    void wantsOneVpc(MotoServer moto) throws Exception {
        String first =
                read(moto, "aws_vpc", filter("is-default", "true")).text("id").orElseThrow();
        String second = vpc(moto).attributes().text("id").orElseThrow();

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> read(moto, "aws_vpc", MapValue.EMPTY))
                .satisfies(failure -> assertThat(failure.diagnostic())
                        .isEqualTo(Diagnostic.error(
                                        "More than one VPC matches", "These do: " + first + ", " + second + ".")
                                .withHint("Say more about it: id, tags or a filter, such as is-default.")));
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> read(moto, "aws_vpc", Values.map("cidr_block", "10.99.0.0/16")))
                .satisfies(failure -> assertThat(failure.diagnostic())
                        .isEqualTo(
                                Diagnostic.error("No VPC matches", "The account has none in this region that fits.")));
    }

    @Test
    void listsSubnets(MotoServer moto) throws Exception {
        Value vpc = vpc(moto).attributes().get("id");
        ObjectState first = make(moto, "aws_subnet", Values.map("vpc_id", vpc, "cidr_block", "10.0.1.0/24"));
        ObjectState second = make(
                moto,
                "aws_subnet",
                Values.map("vpc_id", vpc, "cidr_block", "10.0.2.0/24", "tags", Values.map("tier", "public")));
        MapValue inVpc = filter("vpc-id", vpc.toString());

        assertThat(read(moto, "aws_subnets", inVpc))
                .isEqualTo(inVpc.with("tags", Value.ofNull())
                        .with("id", Value.of("eu-central-1"))
                        .with(
                                "ids",
                                Value.list(Stream.of(first, second)
                                        .map(subnet ->
                                                subnet.attributes().text("id").orElseThrow())
                                        .sorted()
                                        .map(Value::of)
                                        .toList())));
        assertThat(read(moto, "aws_subnets", inVpc.with("tags", Values.map("tier", "public")))
                        .get("ids"))
                .isEqualTo(Value.list(second.attributes().get("id")));
        assertThat(read(moto, "aws_subnets", Values.map("tags", Values.map("tier", "none")))
                        .get("ids"))
                .isEqualTo(ListValue.EMPTY);
    }

    @Test
    void takesTheNewestMachineImage(MotoServer moto) throws Exception {
        MapValue amazons = Values.map("owners", List.of("amazon"), "name_regex", "^amzn2?-ami");

        MapValue image = read(moto, "aws_ami", amazons.with("most_recent", Value.of(true)));

        assertThat(image.text("id").orElseThrow()).startsWith("ami-");
        assertThat(image.get("image_id")).isEqualTo(image.get("id"));
        assertThat(image.text("arn"))
                .hasValue("arn:aws:ec2:eu-central-1::image/" + image.text("id").orElseThrow());
        assertThat(image.text("state")).hasValue("available");
        assertThat(image.isWhollyKnown()).isTrue();
        assertThat(((ListValue) image.get("block_device_mappings")).elements()).hasSize(1);
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> read(moto, "aws_ami", amazons))
                .satisfies(failure -> {
                    assertThat(failure.diagnostic().summary()).isEqualTo("More than one machine image matches");
                    assertThat(failure.diagnostic().hint())
                            .hasValue("Set most_recent = true for the newest, or say more about it.");
                });
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> read(moto, "aws_ami", Values.map("name_regex", "^nothing$")))
                .satisfies(failure -> assertThat(failure.diagnostic().summary()).isEqualTo("No machine image matches"));
    }
}
