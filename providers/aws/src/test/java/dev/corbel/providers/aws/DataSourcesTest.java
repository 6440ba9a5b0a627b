package dev.corbel.providers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class DataSourcesTest {

    private static MapValue read(MotoServer moto, String type, MapValue configuration) throws ProviderException {
        AwsProvider provider = new AwsProvider();
        MapValue settings =
                Values.map("region", "eu-central-1", "endpoint", moto.endpoint().toString());
        try (Session session = provider.open(settings, ProviderContext.system(Path.of("."), "test"))) {
            return provider.dataSourceType(type).orElseThrow().read(session, configuration);
        }
    }

    @Test
    void tellsWhoIsCalling(MotoServer moto) throws Exception {
        assertThat(read(moto, "aws_caller_identity", MapValue.EMPTY).entries())
                .containsEntry("account_id", Value.of("123456789012"))
                .containsEntry("id", Value.of("123456789012"))
                .containsKeys("arn", "user_id");
    }

    @Test
    void tellsThePartitionWithoutAskingAnybody() throws Exception {
        AwsProvider provider = new AwsProvider();
        MapValue settings = Values.map("region", "cn-north-1", "endpoint", "http://127.0.0.1:1");
        try (Session session = provider.open(settings, ProviderContext.system(Path.of("."), "test"))) {
            assertThat(provider.dataSourceType("aws_partition").orElseThrow().read(session, MapValue.EMPTY))
                    .isEqualTo(Values.map(
                            "id",
                            "aws-cn",
                            "partition",
                            "aws-cn",
                            "dns_suffix",
                            "amazonaws.com.cn",
                            "reverse_dns_prefix",
                            "cn.com.amazonaws"));
        }
    }

    @Test
    void tellsTheProvidersRegionOrAnother(MotoServer moto) throws Exception {
        assertThat(read(moto, "aws_region", MapValue.EMPTY))
                .isEqualTo(Values.map(
                        "name",
                        "eu-central-1",
                        "endpoint",
                        "ec2.eu-central-1.amazonaws.com",
                        "id",
                        "eu-central-1",
                        "description",
                        "Europe (Frankfurt)"));
        assertThat(read(moto, "aws_region", Values.map("endpoint", "ec2.eu-west-2.amazonaws.com"))
                        .text("name"))
                .hasValue("eu-west-2");
    }

    @Test
    void knowsNoRegionThatThereIsNot(MotoServer moto) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> read(moto, "aws_region", Values.map("name", "eu-mars-1")))
                .satisfies(failure -> assertThat(failure.diagnostic())
                        .isEqualTo(Diagnostic.error(
                                "There is no such region", "AWS has no region of this name and endpoint.")));
    }

    @Test
    void listsTheZonesInOrderOfTheirNames(MotoServer moto) throws Exception {
        MapValue zones = read(
                moto,
                "aws_availability_zones",
                Values.map("state", "available", "exclude_names", List.of("eu-central-1b")));

        assertThat(zones.get("names")).isEqualTo(Value.list(Value.of("eu-central-1a"), Value.of("eu-central-1c")));
        assertThat(((ListValue) zones.get("zone_ids")).elements()).hasSize(2);
        assertThat(zones.text("id")).hasValue("eu-central-1");
    }
}
