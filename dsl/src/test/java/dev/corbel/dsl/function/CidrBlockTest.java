package dev.corbel.dsl.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CidrBlockTest {

    @Test
    void aBlockBeginsAtItsFirstAddress() {
        assertThat(CidrBlock.of("10.1.2.3/16")).hasToString("10.1.0.0/16");
        assertThat(CidrBlock.of("255.255.255.255/32")).hasToString("255.255.255.255/32");
        assertThat(CidrBlock.of("1.2.3.4/0")).hasToString("0.0.0.0/0");
    }

    @Test
    void partsLieBesideEachOther() {
        CidrBlock block = CidrBlock.of("10.0.0.0/8");

        assertThat(block.part(8, 0)).hasToString("10.0.0.0/16");
        assertThat(block.part(8, 255)).hasToString("10.255.0.0/16");
        assertThat(block.part(0, 0)).isEqualTo(block);
    }

    @Test
    void partsThatAreNotThereAreRefused() {
        CidrBlock block = CidrBlock.of("10.0.0.0/30");

        assertThatThrownBy(() -> block.part(3, 0)).hasMessage("10.0.0.0/30 cannot be extended by 3 bits");
        assertThatThrownBy(() -> block.part(2, 4)).hasMessage("10.0.0.0/30 has no part 4 of 4");
        assertThatThrownBy(() -> CidrBlock.of("10.0.0/8")).hasMessageContaining("is no range of IPv4 addresses");
    }
}
