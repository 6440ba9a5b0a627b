package dev.corbel.dsl.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @Test
    void beginsAtItsFirstAddress() {
        assertThat(AddressRange.of("10.1.2.3/16")).hasToString("10.1.0.0/16");
        assertThat(AddressRange.of("255.255.255.255/32")).hasToString("255.255.255.255/32");
        assertThat(AddressRange.of("1.2.3.4/0")).hasToString("0.0.0.0/0");
        assertThat(AddressRange.of("2001:DB8::1/32")).hasToString("2001:db8::/32");
        assertThat(AddressRange.of("::ffff:1.2.3.4/128")).hasToString("::ffff:102:304/128");
        assertThat(AddressRange.of("1:0:0:2:0:0:0:3/128")).hasToString("1:0:0:2::3/128");
    }

    @Test
    void partsLieBesideEachOther() {
        AddressRange range = AddressRange.of("10.0.0.0/8");

        assertThat(range.part(8, BigInteger.ZERO)).hasToString("10.0.0.0/16");
        assertThat(range.part(8, BigInteger.valueOf(255))).hasToString("10.255.0.0/16");
        assertThat(range.part(0, BigInteger.ZERO)).isEqualTo(range);
    }

    @Test
    void partsThatAreNotThereAreRefused() {
        AddressRange range = AddressRange.of("10.0.0.0/30");

        assertThatThrownBy(() -> range.part(3, BigInteger.ZERO)).hasMessage("10.0.0.0/30 cannot be extended by 3 bits");
        assertThatThrownBy(() -> range.part(2, BigInteger.valueOf(4))).hasMessage("10.0.0.0/30 has no part 4 of 4");
        assertThatThrownBy(() -> range.parts(List.of(1, 2, 2, 1)))
                .hasMessage("10.0.0.0/30 has no room for a range of 31 bits after 10.0.0.3/32");
        assertThatThrownBy(() -> range.address(BigInteger.valueOf(-5))).hasMessage("10.0.0.0/30 has no address -5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0/8",
                "1::2::3/64",
                "1:2:3:4:5:6:7:8:9/64",
                "1:2:3:4:5:6:7/64",
                "12345::/64",
                "::g/64",
                ":1/64"
            })
    void textsThatAreNoRangesAreRefused(String text) {
        assertThatThrownBy(() -> AddressRange.of(text))
                .hasMessage("\"" + text + "\" is no range of addresses such as 10.0.0.0/16");
    }
}
