package dev.corbel.providers.api.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "aws_subnet.app                | aws_subnet.app",
                "aws_subnet.app[a]             | aws_subnet.app[\"a\"]",
                "aws_subnet.app[0]             | aws_subnet.app[\"0\"]",
                "aws_subnet.app[b/c]           | aws_subnet.app[\"b/c\"]",
                "aws_subnet.app[\"a\"]         | aws_subnet.app[\"a\"]",
                "aws_subnet.app[\"a[b]\"]      | aws_subnet.app[\"a[b]\"]",
                "aws_subnet.app[\"a\\\"[b]\"]  | aws_subnet.app[\"a\\\"[b]\"]",
                "eu/x/aws_subnet.app[*]        | eu/x/aws_subnet.app[\"*\"]",
                "a\\[b]                        | a\\[b]",
                "a[                            | a[",
            })
    void getsTheQuotesThatWereLeftOut(String typed, String quoted) {
        assertThat(TypedAddress.quoted(typed)).isEqualTo(quoted);
        assertThat(TypedAddress.quoted(quoted)).isEqualTo(quoted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "''                     | It is empty.",
                "'  '                   | It is empty.",
                "aws_subnet.app[        | A [ is not closed.",
                "aws_subnet.app[a       | A [ is not closed.",
                "aws_subnet.app[a[\"b\"] | There is a [ in a key without quotes.",
                "aws_subnet.app]        | There is a ] without a [.",
                "aws_subnet.app[]       | The key in [] is missing.",
                "aws_subnet.app[a]b     | Something follows the key in [].",
                "aws_subnet.app[a][b]   | Something follows the key in [].",
                "aws_subnet.app[\"a]     | A quote is not closed.",
                "eu//aws_subnet.app     | There is nothing before or after a slash.",
                "eu/                    | There is nothing before or after a slash.",
            })
    void saysWhatCanBeNoAddress(String typed, String fault) {
        assertThat(TypedAddress.fault(typed)).contains(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "**.main",
                "aws_subnet.app[*]",
                "region:eu/app:x/database:",
                "eu/aws_subnet.app[\"a/]\"]",
                "eu\\[1/aws_subnet.app"
            })
    void patternsHaveNoFault(String typed) {
        assertThat(TypedAddress.fault(typed)).isEmpty();
    }

    @Test
    void aStarOutsideOfQuotesIsAGlob() {
        assertThat(TypedAddress.isGlob("aws_subnet.*")).isTrue();
        assertThat(TypedAddress.isGlob("aws_subnet.app[*]")).isTrue();
        assertThat(TypedAddress.isGlob("aws_subnet.app[\"*\"]")).isFalse();
        assertThat(TypedAddress.isGlob("aws_subnet.app")).isFalse();
    }

    @Test
    void isSpeltAsAddressesAre() {
        assertThat(TypedAddress.quoted("aws_subnet.app[k\\u001B]")).isEqualTo("aws_subnet.app[\"k\\u001b\"]");
        assertThat(TypedAddress.quoted("aws_subnet.app[\"nl\ny\"]")).isEqualTo("aws_subnet.app[\"nl\\ny\"]");
        assertThat(TypedAddress.quoted("aws_subnet.app[\"a\\\\u001B\"]")).isEqualTo("aws_subnet.app[\"a\\\\u001B\"]");
        assertThat(TypedAddress.quoted("a\\u00")).isEqualTo("a\\u00");
    }

    @Test
    void selectsAsItIsShown() {
        Address odd = Address.resource("aws_subnet", "app").withKey("k\u001b[31m\ny");

        assertThat(AddressPattern.parse(odd.toString()).matches(odd)).isTrue();
        assertThat(AddressPattern.parse("aws_subnet.app[\"k\u001b[31m\ny\"]").matches(odd))
                .isTrue();
        assertThat(AddressPattern.parse("aws_subnet.app[\"k*\"]").matches(odd)).isTrue();
        assertThat(AddressPattern.parse("aws_subnet.app[\"k\"]").matches(odd)).isFalse();
    }
}
