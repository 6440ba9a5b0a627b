package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class PartialUpdateTest {

    @Test
    void tellsWhatIsThereAfterAnUpdateThatFailedHalfWay(MotoServer moto) throws Exception {
        MapValue main = Values.map("cidr_block", "10.0.0.0/16");
        try (Bench bench = Bench.of("aws_vpc", moto)) {
            ObjectState vpc = bench.create(main);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.update(
                            vpc,
                            main.with("enable_dns_hostnames", Value.of(true)).with("tags", tooManyTags())))
                    .satisfies(failure -> {
                        assertThat(failure.diagnostic().summary()).isEqualTo("EC2 CreateTags failed: TagLimitExceeded");
                        assertThat(failure.object().orElseThrow().attributes())
                                .isEqualTo(vpc.attributes().with("enable_dns_hostnames", Value.of(true)));
                    });
        }
    }

    private static MapValue tooManyTags() {
        Map<String, Value> tags = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            tags.put("tag-" + i, Value.of("value"));
        }
        return new MapValue(tags);
    }
}
