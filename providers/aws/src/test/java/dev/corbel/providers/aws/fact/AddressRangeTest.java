package dev.corbel.providers.aws.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, YES",
        "0.0.0.0/1, YES",
        "128.0.0.0/1, YES",
        "10.0.0.0/7, YES",
        "8.0.0.0/8, NO",
        "10.0.0.0/8, NO",
        "172.16.0.0/12, NO",
        "203.0.113.7/32, NO",
        "203.0.113.7, NO",
        "::/0, YES",
        "::/1, YES",
        "8000::/1, YES",
        "2000::/3, YES",
        "2A00::/12, YES",
        "2a00::/16, NO",
        "2001:db8::/32, NO",
        "2001:db8::1, NO",
        "fc00::/7, NO",
        "fd00::/8, NO",
        "fe80::/10, NO",
        "fc00::/6, NO",
        "f800::/5, YES",
        "everywhere, UNKNOWN",
        "a.example/0, UNKNOWN",
        "10.0.0.0/, UNKNOWN",
        "::/1000, UNKNOWN",
        "12345::/0, UNKNOWN",
    })
    void aRangeThatNoPartyHasStandsForEverybody(String range, Answer everybody) {
        assertThat(AddressRange.isEverybody(Value.of(range))).isEqualTo(everybody);
        assertThat(AddressRange.isEverybody(Value.sensitive(Value.of(range)))).isEqualTo(everybody);
    }

    @Test
    void noRangeIsNobody() {
        assertThat(AddressRange.isEverybody(Value.ofNull())).isEqualTo(Answer.NO);
        assertThat(AddressRange.isEverybody(Value.unknown())).isEqualTo(Answer.UNKNOWN);
        assertThat(AddressRange.isEverybody(Value.sensitive(Value.unknown()))).isEqualTo(Answer.UNKNOWN);
    }
}
