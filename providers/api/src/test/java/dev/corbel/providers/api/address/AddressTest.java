package dev.corbel.providers.api.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private static final Address REGION = new Address(List.of(new Step("region", "eu-central-1", null)));
    private static final Address APP = REGION.child("app", "orders");
    private static final Address SUBNET = APP.child("aws_subnet", "app");

    @Test
    void textShowsLabelsAndKeys() {
        assertThat(REGION).hasToString("eu-central-1");
        assertThat(APP).hasToString("eu-central-1/orders");
        assertThat(SUBNET).hasToString("eu-central-1/orders/aws_subnet.app");
        assertThat(SUBNET.withKey("a")).hasToString("eu-central-1/orders/aws_subnet.app[\"a\"]");
        assertThat(SUBNET.withKey("say \"\\\""))
                .hasToString("eu-central-1/orders/aws_subnet.app[\"say \\\"\\\\\\\"\"]");
        assertThat(Address.resource("data.aws_ami", "base")).hasToString("data.aws_ami.base");
    }

    @Test
    void componentsWithoutLabelShowNothingUnlessTheyAreAlone() {
        assertThat(APP.child("database", null)).hasToString("eu-central-1/orders");
        assertThat(APP.child("database", null).child("aws_db_instance", "main"))
                .hasToString("eu-central-1/orders/aws_db_instance.main");
        assertThat(new Address(List.of(new Step("database", null, null)))).hasToString("database");
    }

    @Test
    void kindsKeepEqualLabelsApart() {
        Address app = new Address(List.of(new Step("app", "x", null)));
        Address bucket = new Address(List.of(new Step("bucket", "x", null)));

        assertThat(app).isNotEqualTo(bucket).hasToString(bucket.toString());
        assertThat(app.qualified()).isEqualTo("app:x");
        assertThat(bucket.qualified()).isEqualTo("bucket:x");
        assertThat(app.compareTo(bucket)).isNegative();
        assertThat(app.compareTo(new Address(app.steps()))).isZero();
    }

    static Stream<Address> addresses() {
        Address odd = new Address(List.of(new Step("app", "a/b:c[\"d\"]\\", "k/\"]\\[\"")));
        return Stream.of(
                REGION,
                APP,
                APP.child("database", null),
                APP.child("database", null).withKey("x"),
                SUBNET,
                SUBNET.withKey("a"),
                SUBNET.withKey(""),
                SUBNET.withKey("a/b\n"),
                SUBNET.withKey("k\u001b[31m\r\t\u0007\u202e\ud83d\ude00"),
                SUBNET.withKey("\\n\\u001b"),
                new Address(List.of(new Step("app", "a\nb\u001b", "\n"))),
                Address.resource("data.aws_ami", "base").withKey("1"),
                Address.resource("aws_vpc", "a.b/c[\"d\"]"),
                new Address(List.of(new Step("module", "aws_vpc.main", null))),
                odd,
                odd.child("sim_object", "\\\"/[").withKey("\\"),
                odd.child("app", "x".repeat(20_000)).withKey("\"".repeat(20_000)));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void qualifiedTextIsReadBack(Address address) {
        assertThat(AddressParser.parse(address.qualified())).contains(address);
    }

    @Test
    void qualifiedTextNamesTheKinds() {
        assertThat(APP.child("database", null).child("aws_db_instance", "main").qualified())
                .isEqualTo("region:eu-central-1/app:orders/database:/aws_db_instance.main");
        assertThat(APP.withKey("a").qualified()).isEqualTo("region:eu-central-1/app:orders[\"a\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "region:a/", "/region:a", ":x", "region:a//app:b"})
    void otherTextIsNoAddress(String text) {
        assertThat(AddressParser.parse(text)).isEmpty();
    }

    @Test
    void knowsWhatItIsWithin() {
        assertThat(SUBNET.isWithin(REGION)).isTrue();
        assertThat(SUBNET.isWithin(SUBNET)).isTrue();
        assertThat(SUBNET.withKey("a").isWithin(SUBNET)).isTrue();
        assertThat(SUBNET.isWithin(SUBNET.withKey("a"))).isFalse();
        assertThat(SUBNET.withKey("b").isWithin(SUBNET.withKey("a"))).isFalse();
        assertThat(APP.withKey("a").child("aws_subnet", "app").isWithin(APP)).isTrue();
        assertThat(REGION.isWithin(APP)).isFalse();
        assertThat(SUBNET.isWithin(REGION.child("bucket", "orders"))).isFalse();
    }

    @Test
    void knowsItsParts() {
        assertThat(SUBNET.parent()).contains(APP);
        assertThat(REGION.parent()).isEmpty();
        assertThat(SUBNET.isResource()).isTrue();
        assertThat(SUBNET.isData()).isFalse();
        assertThat(APP.isResource()).isFalse();
        Step data = Address.resource("data.aws_ami", "base").last();
        assertThat(data.isData()).isTrue();
        assertThat(data.type()).isEqualTo("aws_ami");
        assertThat(SUBNET.last().type()).isEqualTo("aws_subnet");
        assertThat(SUBNET.withKey("a").withKey(null)).isEqualTo(SUBNET).hasSameHashCodeAs(SUBNET);
    }

    @Test
    void needsAtLeastOneStepAndAKind() {
        assertThatThrownBy(() -> new Address(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an address has at least one step");
        assertThatThrownBy(() -> new Step("", "x", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a step needs a kind");
    }

    @Test
    void textIsOneLineOfVisibleCharacters() {
        Address odd = REGION.child("app", "a\nb").child(new Step("aws_subnet", "x\u0007", "k\u001b[31m\ny"));

        assertThat(odd).hasToString("eu-central-1/a\\nb/aws_subnet.x\\u0007[\"k\\u001b[31m\\ny\"]");
        assertThat(odd.qualified())
                .isEqualTo("region:eu-central-1/app:a\\nb/aws_subnet.x\\u0007[\"k\\u001b[31m\\ny\"]");
        assertThat(SUBNET.withKey("a\\nb")).hasToString("eu-central-1/orders/aws_subnet.app[\"a\\\\nb\"]");
    }
}
