package dev.corbel.providers.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void whatCanBeSeenStaysAsItIs() {
        String text = "a \\ \" ~ äöü 漢字 العربية e\u0301 \ud83d\ude00";

        assertThat(Printable.line(text)).isSameAs(text);
        assertThat(Printable.isPlain(text)).isTrue();
    }

    @Test
    void whatSteersATerminalIsSpeltOut() {
        assertThat(Printable.line("a\u001b[31m\u0007\u007f\u009b\n\r\t"))
                .isEqualTo("a\\u001b[31m\\u0007\\u007f\\u009b\\n\\r\\t");
        assertThat(Printable.line("a\u2028b\u2029c")).isEqualTo("a\\u2028b\\u2029c");
    }

    @Test
    void whatCannotBeSeenIsSpeltOut() {
        assertThat(Printable.line("b\u200b \u202e \u2066 \ufeff \u00ad \u00a0"))
                .isEqualTo("b\\u200b \\u202e \\u2066 \\ufeff \\u00ad \\u00a0");
        assertThat(Printable.line("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
        assertThat(Printable.line("\ud83d")).isEqualTo("\\ud83d");
    }

    @Test
    void lineFeedsMayStay() {
        assertThat(Printable.lines("a\r\nb\u0007\n")).isEqualTo("a\\r\nb\\u0007\n");
        assertThat(Printable.isPlain("a\nb")).isTrue();
        assertThat(Printable.isPlain("a\r\nb")).isFalse();
    }
}
