package dev.corbel.cli.view.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    private static List<String> ordered(String... texts) {
        return List.of(texts).stream().sorted(NaturalOrder.TEXTS).toList();
    }

    @Test
    void countsLikePeople() {
        assertThat(ordered("o10", "o2", "o1", "o0", "o100", "o")).containsExactly("o", "o0", "o1", "o2", "o10", "o100");
        assertThat(ordered("10.0.10.0", "10.0.9.0")).containsExactly("10.0.9.0", "10.0.10.0");
        assertThat(ordered("a99999999999999999999", "a100000000000000000000"))
                .containsExactly("a99999999999999999999", "a100000000000000000000");
    }

    @Test
    void tellsAllTextsApart() {
        assertThat(ordered("a1", "a01", "a001b", "a1b")).containsExactly("a01", "a1", "a001b", "a1b");
        assertThat(NaturalOrder.TEXTS.compare("a01", "a1")).isNegative();
        assertThat(NaturalOrder.TEXTS.compare("a1", "a1")).isZero();
    }
}
