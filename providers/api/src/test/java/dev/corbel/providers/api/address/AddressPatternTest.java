package dev.corbel.providers.api.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPatternTest {
    private static final Address ORDERS =
            new Address(List.of(new Step("region", "eu-central-1", null), new Step("app", "orders", null)));
    private static final List<Address> ALL = List.of(
            ORDERS.child("aws_subnet", "app").withKey("a"),
            ORDERS.child("aws_subnet", "app").withKey("b/c"),
            ORDERS.child("aws_subnet", "application"),
            ORDERS.child("database", null).child("aws_db_instance", "main"),
            new Address(List.of(new Step("region", "eu-central-2", null))).child("aws_vpc", "main"),
            Address.resource("aws_sqs_queue", "jobs"),
            Address.resource("data.aws_ami", "base"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "eu-central-1                           | 0 1 2 3",
                "eu-central-1/orders                    | 0 1 2 3",
                "orders                                 | ''",
                "eu-central-1/orders/aws_subnet.app     | 0 1",
                "eu-central-1/orders/aws_subnet.app*    | 0 1 2",
                "eu-central-1/orders/aws_subnet.app[\"a\"] | 0",
                "eu-central-1/orders/aws_subnet.app[a]  | 0",
                "eu-central-1/orders/aws_subnet.app[b/c] | 1",
                "eu-central-1/orders/aws_subnet.app[*]  | 0",
                "eu-central-*                           | 0 1 2 3 4",
                "*                                      | 0 1 2 3 4 5 6",
                "*/aws_vpc.main                         | 4",
                "**/aws_*.main                          | 3 4",
                "**.main                                | 3 4",
                "aws_sqs_queue.jobs                     | 5",
                "aws_sqs_queue.job                      | ''",
                "data.aws_ami.base                      | 6",
                "region:eu-central-1/app:orders         | 0 1 2 3",
                "region:eu-central-1/app:orders/database: | 3",
                "region:*/**/aws_db_instance.*          | 3",
                "eu.central.1                           | ''",
            })
    void selects(String pattern, String expected) {
        AddressPattern parsed = AddressPattern.parse(pattern);

        assertThat(ALL.stream().filter(parsed::matches)).containsExactlyElementsOf(of(expected));
        assertThat(parsed).hasToString(pattern);
    }

    private static List<Address> of(String indexes) {
        return Stream.of(indexes.split(" "))
                .filter(index -> !index.isEmpty())
                .map(index -> ALL.get(Integer.parseInt(index)))
                .toList();
    }

    @Test
    void anyTextIsAPattern() {
        assertThat(ALL.stream().filter(AddressPattern.parse("\\Q[(+")::matches)).isEmpty();
    }
}
